"""The words for what is wrong with a file or with how it is written (`input.*`), for any format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import Message, Words
from pdo_policy.wording.inputs_json import JSON_MESSAGES
from pdo_policy.wording.inputs_yaml import YAML_MESSAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILES = {
    "input.not-found": Message(
        Words("找不到“{path}”", "", "请核对路径和文件名；路径中有空格时，请用引号括起来。"),
        Words("“{path}” does not exist", "", "Check the path and the name; quote a path that contains spaces."),
    ),
    "input.unreadable": Message(
        Words("无法读取“{path}”", "没有读取权限，或文件正被其他程序占用。", "请检查权限并关闭占用它的程序，然后重试。"),
        Words(
            "“{path}” cannot be read",
            "Access is denied, or another program holds it.",
            "Check its permissions, close the other program, and try again.",
        ),
    ),
    "input.not-a-file": Message(
        Words(
            "“{path}”不是普通文件，未打开", "管道和设备可能没有结尾。", "请给出文件或文件夹；由管道送入的内容请用“-”。"
        ),
        Words(
            "“{path}” is not a regular file and was not opened",
            "A pipe or a device may never end.",
            "Give a file or a folder; for piped content use “-”.",
        ),
    ),
    "input.bad-line": Message(
        Words(
            "第{line}行的“papers”不是一组材料",
            "",
            '每份材料写作 {{"path": "文件名", "content": "全文"}}，两项都是文本；认定文件要合格式。',
        ),
        Words(
            "“papers” of line {line} is not a list of papers",
            "",
            'Write each paper as {{"path": "NAME", "content": "TEXT"}}, both of them text, and determinations in form.',
        ),
    ),
    "input.empty-folder": Message(
        Words("文件夹“{path}”中没有材料文件", "", "请放入 .yaml、.yml 或 .json 文件；隐藏文件和工具目录不检查。"),
        Words(
            "the folder “{path}” holds no submission",
            "",
            "Put .yaml, .yml or .json files there; hidden files and folders of tools are passed over.",
        ),
    ),
    "input.too-large": Message(
        Words("文件超过 {limit} MB，未检查", "材料文件通常不到 1 MB。", "请确认文件无误；附件请另存，不要嵌入材料。"),
        Words(
            "the file is larger than {limit} MB and was not checked",
            "A submission usually has less than 1 MB.",
            "Make sure it is the right file; keep attachments apart from the submission.",
        ),
    ),
    "input.too-many-values": Message(
        Words("内容超过 {limit} 项，未检查", "", "请拆成几个文件，并确认文件不是由程序重复写出的。"),
        Words(
            "there are more than {limit} values, so the file was not checked",
            "",
            "Split the file, and make sure that no program wrote the same content over and over.",
        ),
    ),
    "input.too-many-problems": Message(
        Words("书写问题超过 {limit} 处，未继续检查", "", "请确认文件无误，改正已列出的问题后再检查。"),
        Words(
            "there are more than {limit} problems, so reading stopped",
            "",
            "Make sure it is the right file, correct what is listed, and check again.",
        ),
    ),
    "input.too-many-documents": Message(
        Words("文件中的材料超过 {limit} 份，其余未检查", "", "请拆成几个文件。"),
        Words("the file holds more than {limit} documents; the rest was not checked", "", "Split the file."),
    ),
    "input.empty": Message(
        Words("文件没有内容", "", "请填写材料内容；如果刚刚编辑过，请确认已经保存。"),
        Words("the file has no content", "", "Fill in the submission; if it was just edited, make sure it was saved."),
    ),
    "input.not-text": Message(
        Words(
            "文件是 {kind} 格式，不是文本", "本工具只读 YAML 和 JSON 文本。", "请把内容填入 YAML 或 JSON 模板后再检查。"
        ),
        Words(
            "the file is of the kind {kind}, not text",
            "Only YAML and JSON texts are read.",
            "Enter the content in a YAML or JSON template and check that.",
        ),
    ),
    "input.nul-byte": Message(
        Words(
            "第 {line} 行有空字节，不是文本文件",
            "字节位置 {offset}，从 0 数起。",
            "请用编辑器另存为 UTF-8 编码的文本。",
        ),
        Words(
            "line {line} holds a NUL byte, so this is not a text file",
            "It is at byte {offset}, counted from 0.",
            "Save it as UTF-8 text with an editor.",
        ),
    ),
    "input.encoding": Message(
        Words(
            "第 {line} 行的文字编码有误，读不出来",
            "字节 {byte} 不合 {tried} 编码；字节位置 {offset}，从 0 数起。",
            "请用编辑器打开原文件，另存为 UTF-8 编码。",
        ),
        Words(
            "line {line} is damaged or in another encoding, and cannot be read",
            "The byte {byte} does not fit {tried}; it is at byte {offset}, counted from 0.",
            "Open the original file in an editor and save it as UTF-8.",
        ),
    ),
    "input.more-problems": Message(
        Words("至少另有 {count} 处书写问题未逐一列出", "", "请先改正已列出的问题，再检查一次。"),
        Words("at least {count} more problems are not listed", "", "Correct those listed, then check again."),
    ),
}

_CHARACTERS = {
    "input.hidden-character": Message(
        Words(
            "有看不见的字符 {characters}，共 {count} 个",
            "它会使两段看上去相同的文字不同。",
            "请删除它，或重新键入这段文字。",
        ),
        Words(
            "invisible characters ({count}): {characters}",
            "With them, two texts that look the same are different.",
            "Delete them, or type the text again.",
        ),
    ),
    "input.bidi-character": Message(
        Words("有改变书写方向的字符 {characters}，共 {count} 个", "显示的顺序可能与实际内容不同。", "请删除它。"),
        Words(
            "characters that change the writing direction ({count}): {characters}",
            "What is shown may be in another order than what is written.",
            "Delete them.",
        ),
    ),
    "input.control-character": Message(
        Words("有控制字符 {characters}，共 {count} 个", "文本中不应有这类字符。", "请删除它，或重新键入这段文字。"),
        Words(
            "control characters ({count}): {characters}",
            "They have no place in a text.",
            "Delete them, or type the text again.",
        ),
    ),
    "input.damaged-character": Message(
        Words("有 {count} 个字符已损坏（{characters}）", "原来的文字在转换编码时丢失。", "请对照原件重新键入。"),
        Words(
            "damaged characters ({count}): {characters}",
            "What stood there was lost when the encoding was changed.",
            "Type them again from the original.",
        ),
    ),
    "input.surrogate": Message(
        Words("有 {count} 个不完整的字符（{characters}）", "一个字符只剩下编码的一半。", "请重新键入这个字符。"),
        Words(
            "incomplete characters ({count}): {characters}",
            "Only half of the code of a character is left.",
            "Type the character again.",
        ),
    ),
    "input.wide-space": Message(
        Words("这里用了特殊空格 {characters}", "只有半角空格才起分隔和缩进作用。", "请改为半角空格。"),
        Words(
            "a special space {characters} stands here",
            "Only the ordinary space separates and indents.",
            "Use ordinary spaces.",
        ),
    ),
    "input.full-width-colon": Message(
        Words("用了全角冒号“：”，应为半角冒号加空格", "全角冒号不分隔名称和内容。", "请改为：{suggestion}"),
        Words(
            "a full-width colon “：” stands where a colon and a space are needed",
            "It does not separate a key from its value.",
            "Write: {suggestion}",
        ),
    ),
    "input.full-width-comma": Message(
        Words(
            "括号里用了“{char}”，应为半角逗号",
            "它不分隔各项。",
            "请改为半角逗号；如果确是一段文字，请用半角引号括起来。",
        ),
        Words(
            "“{char}” stands in brackets where a comma is needed",
            "It does not separate items.",
            "Use an ASCII comma; if it is one text, put it in ASCII quotes.",
        ),
    ),
    "input.full-width-quotes": Message(
        Words(
            "{text}两端是全角引号，应为半角引号",
            "全角引号不起引号的作用。",
            "请改为半角双引号；引号确属内容时，请在外面再加一对半角引号。",
        ),
        Words(
            "{text} stands in full-width quotes instead of ASCII quotes",
            "Full-width quotes do not work as quotes.",
            "Use ASCII double quotes, and put a pair around it all where the full-width ones belong to the text.",
        ),
    ),
    "input.full-width-bracket": Message(
        Words("用了全角括号“{char}”，应为半角括号", "", "请改为对应的半角括号 {{ }} 或 [ ]。"),
        Words("“{char}” is a full-width bracket", "", "Use the ASCII bracket, {{ }} or [ ]."),
    ),
}

_CONTENT = {
    "input.duplicate-key": Message(
        Words("“{key}”重复，第 {first_line} 行已经写过", "无法判断以哪一处为准，两处都未采用。", "请只保留一处。"),
        Words(
            "“{key}” is written twice, first on line {first_line}",
            "Nobody can tell which one counts, so neither was used.",
            "Keep one of them.",
        ),
    ),
    "input.number-too-large": Message(
        Words(
            "数字“{number}”过大或过长，未采用",
            "最多 400 个字符，指数不超过 400。",
            "请核对；编号一类的内容请用引号括起来。",
        ),
        Words(
            "the number “{number}” is too large or too long and was not used",
            "At most 400 characters and exponents up to 400 are read.",
            "Check it; put identifiers in quotes.",
        ),
    ),
    "input.too-deep": Message(
        Words("内容嵌套超过 {limit} 层，这一部分未检查", "", "请核对括号和缩进，减少层次。"),
        Words(
            "content is nested more than {limit} levels deep; this part was not checked",
            "",
            "Check brackets and indentation, and use fewer levels.",
        ),
    ),
}

MESSAGES: Mapping[str, Message] = {**_FILES, **_CHARACTERS, **_CONTENT, **YAML_MESSAGES, **JSON_MESSAGES}
"""Every `input.*` code with its words."""
