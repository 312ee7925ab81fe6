"""What is said about a wrong call: one line that says what to type instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {
    "baseline-there": contracted(
        "已经有“{path}”了。",
        "列入新的问题用 pdo-policy baseline update，去掉已经解决的用 pdo-policy baseline prune",
        "“{path}” is there already.",
        "take in what is new with pdo-policy baseline update, take out what is solved with pdo-policy baseline prune",
    ),
    "baseline-reason": contracted(
        "--reason 是空的。",
        "写明为什么暂时接受这些问题，何时整改",
        "--reason is empty.",
        "say why these findings are accepted for now, and when they will be mended",
    ),
    "report-unreadable": contracted(
        "“{path}”第 {line} 行起不是完整的 JSON。",
        "用 pdo-policy check -f json:文件 重新写一份报告",
        "“{path}” is broken JSON from line {line} on.",
        "write the report again with pdo-policy check -f json:FILE",
    ),
    "report-foreign": contracted(
        "“{path}”不是这个程序能读的检查报告。",
        "给出 pdo-policy check -f json:文件 写的报告",
        "“{path}” is not a report that this program can read.",
        "give a report that pdo-policy check -f json:FILE wrote",
    ),
    "report-gone": contracted(
        "读不了“{path}”：{reason}。",
        "核对路径和权限",
        "“{path}” cannot be read: {reason}.",
        "check the path and its permissions",
    ),
    "stream-foreign": contracted(
        "“{path}”不是 ndjson 格式的检查结果。",
        "给出 pdo-policy check -f ndjson:文件 写的文件",
        "“{path}” holds no results in the format ndjson.",
        "give a file that pdo-policy check -f ndjson:FILE wrote",
    ),
    "stream-alone": contracted(
        "{what}只能单独和 -f ndjson 一起用。",
        "写作：pdo-policy check {example}",
        "{what} goes with -f ndjson and no other format.",
        "type: pdo-policy check {example}",
    ),
    "stream-not-with": contracted(
        "-f ndjson 不能和{what}一起用。",
        "去掉其中一个，分两次检查",
        "-f ndjson does not go with {what}.",
        "leave one of them out, and check twice",
    ),
    "stdin-alone": contracted(
        "--stdin-ndjson 只读标准输入，不能再写路径。",
        "去掉路径，或者去掉 --stdin-ndjson",
        "--stdin-ndjson reads the standard input and no paths.",
        "leave out the paths, or --stdin-ndjson",
    ),
    "worker-ended": contracted(
        "一个检查进程没有做完就结束了（代码 {code}），结果不完整。",
        "多半是内存不够：减小 --jobs 再试",
        "one of the checking processes ended before its work was done (code {code}); the results are not complete.",
        "memory was probably short: try again with fewer --jobs",
    ),
    "no-input": contracted(
        "没有写要检查什么。",
        "写作：pdo-policy check 文件或文件夹",
        "nothing to check was named.",
        "type: pdo-policy check FILE-OR-FOLDER",
    ),
    "no-document": contracted(
        "这些路径里没有材料。",
        "写材料的文件（实施方案、协议、年度报告等），或它们所在的文件夹",
        "there is no submission in these paths.",
        "name the file of a plan, an agreement or a report, or the folder they are in",
    ),
    "no-dossier": contracted(
        "没有“{path}”这个文件夹，或者里面没有项目文件夹，也没有材料。",
        "写放着各项目文件夹的那个文件夹",
        "there is no folder “{path}”, or there are no folders of projects in it and no papers.",
        "name the folder that holds the folders of the projects",
    ),
    "no-such-command": contracted(
        "没有命令“{word}”。",
        "有这些命令：{known}；看用法：{command} --help",
        "there is no command “{word}”.",
        "there are: {known}; see {command} --help",
    ),
    "no-such-command-near": contracted(
        "没有命令“{word}”。", "写作：{command} {near}", "there is no command “{word}”.", "type: {command} {near}"
    ),
    "no-such-option": contracted(
        "没有选项“{option}”。", "看用法：{command} --help", "there is no option “{option}”.", "see {command} --help"
    ),
    "no-such-option-near": contracted(
        "没有选项“{option}”。", "写作：{command} {near}", "there is no option “{option}”.", "type: {command} {near}"
    ),
    "missing-argument": contracted(
        "还缺{name}。", "看用法：{command} --help", "{name} is missing.", "see {command} --help"
    ),
    "bad-value": contracted(
        "选项 {option} 的值不对。",
        "看可用的值：{command} --help",
        "the value of {option} is not possible.",
        "see {command} --help",
    ),
    "bad-number": contracted(
        "选项 {option} 要写 {least} 至 {most} 的整数。",
        "看用法：{command} --help",
        "{option} takes a whole number from {least} to {most}.",
        "see {command} --help",
    ),
    "no-such-option-output": contracted(
        "没有选项“{option}”。",
        "写到文件的，写在格式后面：{command} -f html:报告.html",
        "there is no option “{option}”.",
        "name the file behind its format: {command} -f html:report.html",
    ),
    "diff-missing": contracted(
        "没有“{path}”，没有对照。",
        "核对路径；写材料的文件或文件夹，或者 check -f json 写的报告",
        "there is no “{path}”; nothing was compared.",
        "check the path; give papers, or a report that check -f json wrote",
    ),
    "extra-argument": contracted(
        "多写了“{word}”。", "看用法：{command} --help", "“{word}” is too much.", "see {command} --help"
    ),
    "option-without-value": contracted(
        "选项 {option} 后面缺一个值。", "看用法：{command} --help", "{option} lacks a value.", "see {command} --help"
    ),
    "bad-lang": contracted(
        "--lang 没有“{value}”这个值。",
        "写作：--lang zh 或 --lang en",
        "--lang has no “{value}”.",
        "type: --lang zh or --lang en",
    ),
    "wrong-call": contracted(
        "命令写法不对。", "看用法：{command} --help", "the call is not right.", "see {command} --help"
    ),
    "unknown-value": contracted(
        "--{option} 没有“{value}”这个值。",
        "写作：--{option} 加上其中之一：{known}",
        "--{option} has no value “{value}”.",
        "use one of: {known}",
    ),
    "unknown-format": contracted(
        "没有输出格式“{format}”。",
        "写作：-f 加上其中之一：{formats}（例如 -f json:报告.json）",
        "there is no output format “{format}”.",
        "use -f with one of: {formats} (as in -f json:report.json)",
    ),
    "unknown-kind": contracted(
        "没有“{kind}”这种文件。",
        "写作：pdo-policy schema 加上其中之一：{known}",
        "there is no kind of document “{kind}”.",
        "type pdo-policy schema with one of: {known}",
    ),
    "bad-date": contracted(
        "“{value}”不是日期。", "写作：--as-of 2026-03-31", "“{value}” is not a date.", "type: --as-of 2026-03-31"
    ),
    "bad-date-because": contracted(
        "--as-of：{reason}。", "写作：--as-of 2026-03-31", "--as-of: {reason}.", "type: --as-of 2026-03-31"
    ),
    "no-rulebook": contracted(
        "“{path}”里没有规则库。",
        "--rulebook 指向含有 rulebook.yaml 的文件夹",
        "there is no rulebook in “{path}”.",
        "point --rulebook at a folder with a rulebook.yaml",
    ),
    "new-file-taken": contracted(
        "已经有“{path}”，什么都没有写。",
        "换一个名称，或先把它移走",
        "“{path}” is there; nothing was written.",
        "take another name, or move it away first",
    ),
    "new-taken": contracted(
        "“{path}”里已经有 {file}，什么都没有写。",
        "换一个新的文件夹",
        "there is {file} in “{path}” already; nothing was written.",
        "name another folder",
    ),
    "new-prefix": contracted(
        "“{value}”不能作规则编号的前缀。",
        "用大写字母和数字，字母开头，例如 --prefix XX",
        "“{value}” cannot be a prefix of rule ids.",
        "use capital letters and digits, a letter first, as in --prefix XX",
    ),
    "broken-rulebook": contracted(
        "规则库有 {count} 处错误，没有进行检查。",
        "改正以上各处后再运行。",
        "the rulebook has {count} problems; nothing was checked.",
        "correct them and run again.",
    ),
    "cannot-write": contracted(
        "无法写入“{path}”（{reason}）。",
        "换一个可以写的位置，或先建好文件夹。",
        "“{path}” cannot be written ({reason}).",
        "choose another place, or make the folder first.",
    ),
    "folder-is-file": contracted(
        "“{path}”是一个文件，不是文件夹，没有写。",
        "换一个新的文件夹。",
        "“{path}” is a file and no folder; nothing was written.",
        "name a new folder.",
    ),
    "folder-foreign": contracted(
        "“{path}”里有别的内容，不是听证文件夹，没有写，也没有动它。",
        "换一个新的文件夹。",
        "“{path}” holds other things and is not a hearing folder; nothing was written or touched.",
        "name a new folder.",
    ),
    "folder-touched": contracted(
        "“{path}”是听证文件夹，但有 {count} 处已被改动（{files}），没有覆盖。",
        "换一个新的文件夹；原来的可以另外保存。",
        "“{path}” is a hearing folder in which {count} files were touched ({files}); it was not written over.",
        "name a new folder, and keep the old one elsewhere.",
    ),
    "output-is-read": contracted(
        "“{path}”是要检查的材料，或者检查要用的文件，不能盖掉，没有检查。",
        "输出写到别的文件，最好在材料文件夹外面。",
        "“{path}” is a paper, or another file that is read, and is not written over; nothing was checked.",
        "write to another file, best outside the folder of papers.",
    ),
    "output-twice": contracted(
        "两样输出写到了同一个文件“{path}”，没有检查。",
        "各写一个文件，例如 -f json:报告.json -f html:报告.html",
        "two outputs go to one file, “{path}”; nothing was checked.",
        "name a file for each, as in -f json:report.json -f html:report.html",
    ),
    "folder-among-papers": contracted(
        "听证文件夹“{path}”在材料文件夹“{papers}”里面，下次检查会把它当作材料，没有写。",
        "写到材料文件夹外面。",
        "the hearing folder “{path}” is among the papers in “{papers}”: the next check would read it.",
        "write it elsewhere.",
    ),
    "folder-unnamed": contracted(
        "格式 dossier 要写明文件夹。",
        "写作：-f dossier:文件夹",
        "the format dossier needs a folder.",
        "type: -f dossier:FOLDER",
    ),
    "folder-by-one": contracted(
        "听证文件夹由一个进程写，--jobs 没有用上。",
        "要几个进程查，先用 -f json:报告.json，要评审时再写文件夹",
        "a hearing folder is made by one process; --jobs is not used.",
        "for a check by several, write -f json:REPORT first, and the folder when there is a hearing",
    ),
    "earlier-missing": contracted(
        "读不到上一次的报告“{path}”。",
        "核对 --compare 的路径",
        "the report “{path}” cannot be read.",
        "check --compare",
    ),
    "no-review": contracted(
        "这份报告没有听证文件夹要用的内容。",
        "检查时写 review=True",
        "this report lacks what a hearing folder needs.",
        "check with review=True",
    ),
    "not-a-packet": contracted(
        "“{path}”不是听证文件夹：没有可用的 manifest.json。",
        "写 pdo-policy packet 生成的文件夹",
        "“{path}” is not a hearing folder: it has no usable manifest.json.",
        "name a folder made by pdo-policy packet",
    ),
    "packet-unreadable": contracted(
        "读不了“{path}”（{reason}）。",
        "核对文件夹的权限",
        "“{path}” cannot be read ({reason}).",
        "check its permissions",
    ),
    "summary-unwritable": contracted(
        "作业摘要“{path}”无法写入（{reason}）。",
        "检查结果没有受影响，全部见本步骤的日志。",
        "the summary of the step, “{path}”, cannot be written ({reason}).",
        "the check is not affected; the log of the step has everything.",
    ),
    "summary-full": contracted(
        "作业摘要“{path}”已满，没有写入。",
        "检查结果没有受影响，全部见本步骤的日志。",
        "the summary of the step, “{path}”, is full and was not added to.",
        "the check is not affected; the log of the step has everything.",
    ),
    "nothing-found-alone": contracted(
        "没有找到“{word}”。",
        "可以写规则编号、条款（27号第九条、办法第二章）、字段（更新频率）、关键字（应当）、错误编号（PDL-T002）或规则里的词",
        "nothing was found for “{word}”.",
        "give a rule id, a clause, a field, a keyword, a code or a word of a rule",
    ),
    "nothing-found": contracted(
        "没有找到“{word}”。",
        "最接近的是：{near}。可以写规则编号、条款（27号第九条、办法第二章）、字段（更新频率）、关键字（应当）、错误编号（PDL-T002）或规则里的词",
        "nothing was found for “{word}”.",
        "the nearest is: {near}. Give a rule id, a clause, a field, a keyword, a code or a word of a rule",
    ),
    "unknown-instrument": contracted(
        "没有代号为“{name}”的文件。",
        "写作：pdo-policy law 加上其中之一：{known}、coverage",
        "there is no instrument “{name}”.",
        "type pdo-policy law with one of: {known}, coverage",
    ),
    "no-cases": contracted(
        "没有找到案例。",
        "写作：pdo-policy rules test 案例文件.cases.yaml",
        "no cases were found.",
        "type: pdo-policy rules test FILE.cases.yaml",
    ),
    "rules-missing": contracted("读不到“{path}”。", "核对路径", "“{path}” cannot be read.", "check the path"),
    "rules-elsewhere": contracted(
        "“{path}”不是规则库里的规则文件或文件夹。",
        "写规则库（含有 rulebook.yaml 的文件夹）里的 .pdl 文件或文件夹",
        "“{path}” is not a rule file or folder of a rulebook.",
        "name .pdl files or folders in a rulebook, a folder with a rulebook.yaml",
    ),
    "cases-unmet": contracted(
        "有 {count} 个案例不符。",
        "先运行 pdo-policy rules test，改好以后再看案例能不能分辨差错",
        "{count} cases fail.",
        "run pdo-policy rules test and correct them first",
    ),
    "unknown-rule-alone": contracted(
        "规则库没有规则“{name}”。",
        "看全部：pdo-policy rules list",
        "the rulebook has no rule “{name}”.",
        "see all with pdo-policy rules list",
    ),
    "unknown-rule": contracted(
        "规则库没有规则“{name}”。",
        "最接近的是：{near}；看全部：pdo-policy rules list",
        "the rulebook has no rule “{name}”.",
        "the nearest is: {near}; see all with pdo-policy rules list",
    ),
    "broken-files": contracted(
        "规则旁边的文件有 {count} 处错误，没有运行案例。",
        "改正以上各处后再运行。",
        "the files beside the rules have {count} problems; no case was run.",
        "correct them and run again.",
    ),
    "cases-missing": contracted("读不到“{path}”。", "核对路径", "“{path}” cannot be read.", "check the path"),
    "broken-determinations": contracted(
        "认定文件有 {count} 处错误，没有检查。",
        "改正以上各处后再检查。",
        "the determinations have {count} problems; nothing was checked.",
        "correct them and check again.",
    ),
    "broken-waivers": contracted(
        "豁免登记有 {count} 处错误，没有检查。",
        "改正以上各处后再检查。",
        "the waivers have {count} problems; nothing was checked.",
        "correct them and check again.",
    ),
    "broken-baseline": contracted(
        "基线有 {count} 处错误，没有检查。",
        "改正以上各处，或用 pdo-policy baseline update 重新生成。",
        "the baseline has {count} problems; nothing was checked.",
        "correct them, or make it anew with pdo-policy baseline update.",
    ),
    "broken-configuration": contracted(
        "配置有 {count} 处错误，没有检查。",
        "改正以上各处后再运行；不用配置就加 --no-config。",
        "the configuration has {count} problems; nothing was done.",
        "correct them and run again, or leave it aside with --no-config.",
    ),
    "config-both": contracted(
        "--config 和 --no-config 不能一起写。",
        "只写一个",
        "--config and --no-config exclude each other.",
        "give one of them",
    ),
    "config-unnamed": contracted(
        "--config 后面没有文件。", "写作：--config 配置文件", "--config names no file.", "type: --config FILE"
    ),
    "config-missing": contracted(
        "没有配置文件“{path}”。", "核对路径", "there is no configuration “{path}”.", "check the path"
    ),
    "config-no-table": contracted(
        "“{path}”里没有 [tool.pdo-policy]。",
        "写上这个表，或指向 pdo-policy.toml",
        "“{path}” has no [tool.pdo-policy].",
        "add the table, or name a pdo-policy.toml",
    ),
    "config-used": contracted(
        "按配置文件 {file} 检查。",
        "看每一项：pdo-policy config show；不用它：--no-config",
        "checking as {file} says.",
        "see pdo-policy config show, or leave it aside with --no-config",
    ),
    "config-origin": contracted(
        "{place}：--{option} 的值写在这里。", "", "{place}: the value of --{option} is written here.", ""
    ),
    "fmt-no-input": contracted(
        "没有写要排版什么。",
        "写作：pdo-policy rules fmt 文件或文件夹",
        "nothing to lay out was named.",
        "type: pdo-policy rules fmt FILE-OR-FOLDER",
    ),
    "fmt-missing": contracted(
        "没有“{path}”这个文件或文件夹。", "核对路径", "there is no file or folder “{path}”.", "check the path"
    ),
    "fmt-no-files": contracted(
        "“{path}”里没有规则文件。",
        "写规则文件（*.pdl）或它所在的文件夹",
        "there are no rule files in “{path}”.",
        "name a rule file (*.pdl) or the folder it is in",
    ),
    "spark-columns": contracted(
        "表里没有 {missing} 这样的列，只有：{columns}。",
        "给检查的表每行是一个文件：path（字符串）、content（二进制或字符串），可以再有 dossier（项目编号）",
        "the table has no column {missing}; it has: {columns}.",
        "the table to be checked has a row for each file: path (string), content (binary or string), and, "
        "if you like, dossier (the project's id)",
    ),
    "spark-fault": contracted(
        "程序内部出错，这一组文件没有检查完；其他各组不受影响。",
        "请带上 paths 列的文件和 failure.detail 联系维护者。",
        "a fault of the program; these files were not checked to the end, and no others are touched by that.",
        "please report failure.detail and the files of the column paths.",
    ),
    "internal-fault": contracted(
        "程序内部出错，本次检查没有完成。",
        "请带上命令和出错的文件联系维护者；设 PDO_POLICY_TRACEBACK=1 可看细节。",
        "a fault of the program; the check was not completed.",
        "please report the call and the file; PDO_POLICY_TRACEBACK=1 shows details.",
    ),
}

CAME_TO: Mapping[str, tuple[str, str]] = {
    "all": (
        "{groups} 组材料（{papers} 份，{dossiers} 个项目）：{sentence}",
        "{groups} groups of papers ({papers} papers of {dossiers} projects): {sentence}",
    ),
    "carried": (
        "其中 {carried} 组没有变化，结果从“{path}”照录。",
        "{carried} of them are unchanged, with their results from “{path}”.",
    ),
    "other-terms": (
        "“{path}”是按别的规则、日期或选项检查的，全部重新检查。",
        "“{path}” was made with other rules, another date or other options; everything is checked anew.",
    ),
}
"""What a run over many papers came to, for people; the results themselves are lines."""
