"""What a page of `--help` says in Chinese becomes what it says in English; and the words of the pages themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADINGS: Mapping[str, tuple[str, str]] = {
    "usage": ("用法：", "Usage: "),
    "options": ("选项：", "Options:"),
    "commands": ("命令：", "Commands:"),
    "some_options": ("[选项]", "[OPTIONS]"),
    "some_command": ("命令 [参数]…", "COMMAND [ARGUMENTS]…"),
    "help": ("显示这一页。", "Show this page."),
    "default": ("（默认 {value}）", " (default: {value})"),
    "required": ("（必写）", " (required)"),
    "join": ("、", ", "),
    "more": ("看一个命令的用法：{path} 命令 --help", "To see how a command is used: {path} COMMAND --help"),
}

ENGLISH: Mapping[str, str] = {
    # what is put in for something
    "路径…": "PATHS",
    "材料…": "PAPERS",
    "[材料…]": "[PAPERS]",
    "规则…": "[RULES]",
    "规则": "RULE",
    "名称": "NAME",
    "种类": "KIND",
    "文件": "FILE",
    "文件夹": "FOLDER",
    "格式[:文件]": "FORMAT[:FILE]",
    "范围": "LAW",
    "日期": "DATE",
    "编号": "ID",
    "理由": "REASON",
    "报告": "REPORT",
    "结果": "RESULTS",
    "个数": "NUMBER",
    "上次": "BEFORE",
    "这次": "AFTER",
    "百分数": "PERCENT",
    "前缀": "PREFIX",
    "[文件|coverage]": "[INSTRUMENT|coverage]",
    # options of several commands
    "规则库文件夹；不写用随工具发布的规则库。": "Folder of a rulebook; without it, the shipped one.",
    "工具自身用语的语言；不写按环境变量 PDO_POLICY_LANG，再没有用中文。": (
        "Language of the tool's own words; without it, that of PDO_POLICY_LANG, else Chinese."
    ),
    "输出格式。": "Format of the output.",
    "default、in-force、draft 或文件代号；哪些规定计入。": (
        "Which law counts: default, in-force, draft or an instrument."
    ),
    "认定文件：有权机关对只能由人判断的问题的答复；样表用 pdo-policy new determinations 生成。": (
        "Answers of the authorities to what only people can decide; pdo-policy new determinations writes one "
        "to fill in."
    ),
    "按哪一天的规定检查；不写按今天。": "The day whose law is applied; without it, today.",
    "写到这个文件；不写输出到标准输出。": "Write to this file; without it, to standard output.",
    "项目编号。": "Id of the project.",
    # the program
    "检查公共数据授权运营的实施方案、授权运营协议和年度报告，写出注明条款和行列的报告。": (
        "Check implementation plans, agreements and annual reports on the authorised operation of public data, and "
        "report each finding with its clause, line and column."
    ),
    "先试：pdo-policy check 文件或文件夹": "Begin with: pdo-policy check FILE-OR-FOLDER",
    "显示版本。": "Show the version.",
    # check
    "检查文件或文件夹（- 为标准输入），写出报告。": "Check files or folders (- is standard input) and write reports.",
    "检查提交的材料。": "Check submitted papers.",
    "{formats}；可以写几次。不写文件的输出到标准输出。dossier:文件夹 写听证文件夹。": (
        "{formats}; may be given several times. Without a file, to standard output. dossier:FOLDER writes a "
        "hearing folder."
    ),
    "达到哪一级时退出码为 1。": "From which level on the exit code is 1.",
    "豁免登记：经批准暂不整改的问题，不改变结论；样表用 pdo-policy new waivers 生成。": (
        "Waivers: what was approved to stay as it is; no verdict changes. pdo-policy new waivers writes one to fill in."
    ),
    "基线：现有的问题，只拦新的。不改变结论；用 pdo-policy baseline create 生成。": (
        "Baseline: what is known, so that only new findings fail; no verdict changes. Made by pdo-policy "
        "baseline create."
    ),
    "上次的报告（-f json 写的），写出已解决、新增和剩余的问题。": (
        "An earlier report (of -f json); tell what is solved, new and left."
    ),
    "用几个进程检查；0 是有几个处理器用几个。结果和一个进程的一样。": (
        "How many processes check; 0 for as many as there are processors. The results are those of one."
    ),
    "从标准输入读，每行一份材料或一个项目的材料；和 -f ndjson 一起用。": (
        "Read from standard input, on each line a paper or the papers of one project; goes with -f ndjson."
    ),
    "上次的结果（-f ndjson:文件 写的）：没有变化的项目不再检查，结果照录；和 -f ndjson 一起用。": (
        "Earlier results (of -f ndjson:FILE): projects that are unchanged are not checked again and keep their "
        "results; goes with -f ndjson."
    ),
    "只写结论和各项计数。": "Tell the conclusion and the counts, and no more.",
    "按文件（file）、条款（clause）或轻重（severity）分组。": "Group findings by file, clause or severity.",
    "因为缺同一份材料、同一部分，或者同一个值认不出来而得出的结论，逐项写出，不合在一起。": (
        "Tell each verdict in full, also where several come from one missing paper or part, or one unreadable value."
    ),
    "颜色：auto 在终端上用；always 总用；never 不用。": "Colours: auto on a terminal, always, never.",
    # why, explain
    "说明一条规则对材料为什么得出这个结论：起决定作用的条件、读到的内容和位置、考虑过的例外，以及怎样会改变结论。"
    "没有检查的，说明为什么。": (
        "Explain how a rule comes to its verdict on papers: the conditions that decided, what was read and "
        "where, the "
        "exceptions considered, and what would change the verdict; or why the rule was not run."
    ),
    "说明一条规则为什么得出这个结论。": "Explain the verdict of a rule.",
    "输出全部经过（JSON，格式见 schemas/trace.schema.json）。": (
        "The whole trace as JSON (schemas/trace.schema.json)."
    ),
    "解释一条规则或例外（编号）、一个条款（27号第九条、办法第二章、条款代号）、一个字段（更新频率、方案.授权期限）、"
    "一个关键字（应当、不满）、一种错误（PDL-T002），或查找一个词。": (
        "Explain a rule or exception by its id, a clause (27号第九条, 办法第二章 or its id), a field (更新频"
        "率, 方案.授权期限), a "
        "keyword (应当, must), a code (PDL-T002), or look for any other word."
    ),
    "解释规则、条款、字段、关键字、错误编号，或查找一个词。": (
        "Explain a rule, clause, field, keyword or code, or find a word."
    ),
    # diff, baseline, packet
    "对照两次提交，或者两份报告：新增、已解决、剩余的问题，变了的结论，改动的字段。“上次”“这次”是材料的文件或文件夹，"
    "或者 check -f json 写的报告，可以一样一个。没有变化退出码是 0，有变化是 1。": (
        "Compare two submissions or two reports: findings that are new, solved or left, verdicts that "
        "changed, fields "
        "that were altered. BEFORE and AFTER are papers, or reports of check -f json, one of each if you "
        "like. The exit "
        "code is 0 without a change and 1 with one."
    ),
    "对照两次提交或两份报告。": "Compare two submissions or two reports.",
    "把现有的问题记成基线，以后检查只拦新的问题。基线不改变结论，报告里照样列出这些问题；check 用 "
    "--baseline 采用它。": (
        "Keep the findings there are as a baseline, so that later checks fail on new ones only. No verdict "
        "changes, and "
        "reports still tell them; check takes it with --baseline."
    ),
    "记录现有的问题，只拦新的。": "Keep what is known, so that only new findings fail.",
    "新建基线：列入材料里现有的问题。": "Make a baseline of the findings there are.",
    "新建。": "Make one.",
    "为什么暂时接受，何时整改。": "Why they are accepted for now, and when they will be mended.",
    "严重的不符合也列入。不写就不列入；列入的，每次检查都会提示。": (
        "Take in grave breaches too, which are left out otherwise; every check tells of them."
    ),
    "基线文件。": "The file of the baseline.",
    "清理基线：只去掉已经解决的，不列入新的。": "Drop what is solved from a baseline; take in nothing new.",
    "去掉已经解决的。": "Drop what is solved.",
    "更新基线：列入新的问题，去掉已经解决的；原有的保留日期和理由。": (
        "Take in new findings and drop those solved; what was there keeps its date and reason."
    ),
    "更新。": "Bring one up to date.",
    "把材料检查成听证准备文件夹：结论、按条款排列的问题、证据、提问、跨文件对照、义务矩阵、签字页，有网页"
    "、文本和表格。"
    "\n\n写作：pdo-policy packet 材料 -o 听证包（等于 packet create）": (
        "Check papers into a folder for a hearing: the conclusion, findings by clause, evidence, questions, "
        "comparisons "
        "across papers, the matrix of obligations and a page to sign, as web pages, text and tables."
        "\n\nType: pdo-policy packet PAPERS -o FOLDER (the same as packet create)"
    ),
    "为评审和听证准备一个文件夹。": "Make a folder for a review or hearing.",
    "检查材料，写出听证准备文件夹。": "Check papers and write the folder for a hearing.",
    "写出文件夹（可以不写 create）。": "Write the folder (create may be left out).",
    "写到哪里；已有别的内容就不写。": "Where to; a folder with anything else in it is left alone.",
    "上一次的 report.json（或 -f json 写的报告）；写出这次与它相比的变化。": (
        "The report.json of last time (or a report of -f json); tell what has changed since."
    ),
    "申请人的豁免登记：只列在附1，不采用。": "Waivers of the applicant: listed in annex 1, not applied.",
    "申请人的基线：只列在附1，不采用。": "Baseline of the applicant: listed in annex 1, not applied.",
    "核对文件夹里的文件是不是生成时的样子；后面写上材料，连材料一起核对。": (
        "See whether the files of a folder are as they were made; with papers behind it, those too."
    ),
    "核对文件夹。": "Verify a folder.",
    # law, schema
    "法律文件：不写参数列出全部文件；写代号或名称列出它的条款；写 coverage 列出每一条款怎样检查。": (
        "Law: without a name all instruments, with one its clauses, with coverage how each clause is checked."
    ),
    "法律文件、条款和检查情况。": "Instruments, clauses, and how they are checked.",
    "输出一种文件的 JSON Schema（implementation_plan、agreement、annual_report，或中文名）。": (
        "Print the JSON Schema of a kind of paper (implementation_plan, agreement, annual_report, or the Chinese name)."
    ),
    "输出 JSON Schema。": "Print a JSON Schema.",
    # new
    "新建供填写、修改的文件：三种材料、认定文件和豁免登记的样表，一个自己的规则库。": (
        "Make files to begin with: papers of the three kinds, determinations and waivers to fill in, a "
        "rulebook of your own."
    ),
    "新建样表、规则库。": "Make papers to fill in, or a rulebook.",
    "实施方案的样表：每一项写明填什么、举例和依据的条款。": (
        "An implementation plan to fill in: each field with what to write, an example and its clause."
    ),
    "实施方案的样表。": "An implementation plan to fill in.",
    "授权运营协议的样表：每一项写明填什么、举例和依据的条款。": (
        "An agreement to fill in: each field with what to write, an example and its clause."
    ),
    "授权运营协议的样表。": "An agreement to fill in.",
    "年度报告的样表：每一项写明填什么、举例和依据的条款。": (
        "An annual report to fill in: each field with what to write, an example and its clause."
    ),
    "年度报告的样表。": "An annual report to fill in.",
    "在文件夹里新建一个项目的三份样表，彼此已经关联。": (
        "The three papers of a project in a folder, linked to each other."
    ),
    "一个项目的三份样表。": "The three papers of a project.",
    "写一份认定文件的样表，列出只有人才能判断的问题。写了材料的，只列这些材料正在等待的认定。": (
        "Determinations to fill in, with the questions that only people can decide; with papers, only those "
        "they wait for."
    ),
    "认定文件的样表。": "Determinations to fill in.",
    "写一份豁免登记的样表。写了材料的，列出这些材料里可以豁免的不符合，规则、位置、依据已经填好。": (
        "Waivers to fill in; with papers, the breaches in them that may be waived, with rule, place and clause."
    ),
    "豁免登记的样表。": "Waivers to fill in.",
    "在文件夹里新建一个能用的小规则库：清单、条款登记、规则、案例和放假安排；已有的文件不动。": (
        "A small rulebook that works, in a folder: manifest, register, rules, cases, calendar; no file is written over."
    ),
    "新建规则库。": "A new rulebook.",
    "规则编号的前缀：大写字母和数字，字母开头。": (
        "What rule ids begin with: capital letters and digits, a letter first."
    ),
    # rules
    "规则：列出、排版、检查写法，运行规则的案例，或看案例能不能分辨差错。": (
        "Rules: list them, lay them out, check how they are written, run their cases, see if cases notice slips."
    ),
    "列出规则，排版，检查写法，运行案例。": "List, lay out and check rules; run their cases.",
    "列出规则库的全部规则。": "List all rules of a rulebook.",
    "列出规则。": "List rules.",
    "把规则文件（或文件夹里的 *.pdl，- 为标准输入）排成统一的写法；有错的文件不改。": (
        "Lay rule files out in one way (or the *.pdl of folders; - is standard input); broken ones are left alone."
    ),
    "排版规则文件。": "Lay rule files out.",
    "只检查，不改文件；有没排好的，列出来，退出码为 1。": "Only look; list what is not laid out, with exit code 1.",
    "只显示会怎样改，不改文件。": "Only show what would change.",
    "换成中文或英文关键字；不写按各文件自己的。": (
        "Turn keywords into Chinese or English; without it, as each file has them."
    ),
    "字段换成中文名称或英文键；不写不换。": "Turn fields into labels or keys; without it, as they are.",
    "检查规则的写法和用语。不写路径检查整个规则库；写文件或文件夹的，只报其中的问题。": (
        "Check how rules are written and worded; without paths the whole rulebook, else report on those paths only."
    ),
    "检查规则的写法和用语。": "Check how rules are written and worded.",
    "运行案例文件（*.cases.yaml），并列出没有案例显示的结论、条件和列举的项；不写路径运行规则库的全部案例。": (
        "Run cases (*.cases.yaml), and list verdicts, conditions and items that no case shows; without paths all cases."
    ),
    "运行案例，列出案例没有显示的。": "Run cases, and list what none shows.",
    "另写一份 JUnit XML。": "Write JUnit XML too.",
    "在规则里逐处制造差错（一次一处），看规则的案例能不能分辨；列出没有案例能分辨的。不写规则的，查全部规则。": (
        "Make slips in rules, one at a time, and list those that no case tells; without rules, in all of them."
    ),
    "看案例能不能分辨规则里的差错。": "See whether the cases notice slips in rules.",
    "得分低于多少时退出码为 1。": "Below which score the exit code is 1.",
    # config
    "配置文件；不写就从当前文件夹往上找 pdo-policy.toml 或 pyproject.toml。": (
        "The configuration; without it, pdo-policy.toml or pyproject.toml is looked for from this folder upwards."
    ),
    "不用配置文件。": "Use no configuration file.",
    "配置：各项设置现在是什么，写在哪里。": "The configuration: what is set, and where.",
    "看各项设置的值和出处。": "What is set, and where.",
    "列出检查用的各项设置：值，和它写在配置文件的哪一行、命令行上，还是默认的。可以带上 check 的选项。": (
        "List the settings of a check: each value, and whether it comes from a line of the configuration, from the "
        "call, or is the default. Options of check may be added."
    ),
    "列出各项设置的值和出处。": "List settings, their values and where they come from.",
    "输出 JSON。": "Write JSON.",
    # completion
    "输出补全脚本。用法见 docs/terminal.md；bash：pdo-policy completion bash >> ~/.bashrc": (
        "Print a script for completion; for bash: pdo-policy completion bash >> ~/.bashrc (docs/terminal.md)."
    ),
    "命令行补全。": "Completion for shells.",
}
