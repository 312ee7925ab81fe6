"""The words for what is wrong with how a YAML text is written."""

from __future__ import annotations

from pdo_policy.wording import Message, Words

_FEATURES = {
    "input.alias": Message(
        Words(
            "用了引用“*{name}”，这一处未采用",
            "引用使一处内容有两个出处，本工具不读。",
            "请写出完整内容；内容要以“*”开头时，请用引号括起来。",
        ),
        Words(
            "the alias “*{name}” was not used",
            "An alias gives one value two places, so it is not read.",
            "Write the content out, or quote a text that is to begin with “*”.",
        ),
    ),
    "input.anchor": Message(
        Words("用了锚点“&{name}”", "本工具不读锚点；内容照常检查。", "请删除它；内容要以“&”开头时，请用引号括起来。"),
        Words(
            "the anchor “&{name}” has no effect",
            "Anchors are not read; the content is checked as usual.",
            "Delete it, or quote a text that is to begin with “&”.",
        ),
    ),
    "input.tag": Message(
        Words(
            "用了类型标记“{tag}”",
            "本工具不读类型标记，带标记的值未采用。",
            "请删除它；内容要以“!”开头时，请用引号括起来。",
        ),
        Words(
            "the tag “{tag}” stands here",
            "Tags are not read, and a value with one is not used.",
            "Delete it, or quote a text that is to begin with “!”.",
        ),
    ),
    "input.merge-key": Message(
        Words("用了合并键“<<”，这一处未采用", "合并进来的内容没有自己的位置。", "请写出完整内容。"),
        Words(
            "the merge key “<<” was not used",
            "What it merges has no place of its own.",
            "Write the content out.",
        ),
    ),
    "input.non-text-key": Message(
        Words(
            "名称“{key}”在 YAML 中不是文字",
            "空白、数字、true 和 null 作名称时，各种工具读法不同。",
            "请用引号括起来，或换成文字。",
        ),
        Words(
            "to YAML the key “{key}” is not a text",
            "Tools differ on keys that are empty, a number, true or null.",
            "Put it in quotes, or use words.",
        ),
    ),
    "input.collection-key": Message(
        Words("名称处写了一组内容，这一条未采用", "名称只能是一段文字。", "请核对括号和冒号的位置。"),
        Words(
            "a list or record stands where a key is needed, and the entry was not used",
            "A key can only be a text.",
            "Check where brackets and colons stand.",
        ),
    ),
}

_PUNCTUATION = {
    "input.tab": Message(
        Words("用了制表符，应为空格", "YAML 的缩进只能用半角空格。", "请把各行的制表符改为两个空格。"),
        Words(
            "a tab stands where spaces are needed",
            "YAML is indented with spaces only.",
            "Replace each tab by two spaces.",
        ),
    ),
    "input.missing-space": Message(
        Words("冒号后面缺少空格", "没有空格，冒号就不分隔名称和内容。", "请改为：{suggestion}"),
        Words(
            "the space after the colon is missing",
            "Without it the colon does not separate a key from its value.",
            "Write: {suggestion}",
        ),
    ),
    "input.yaml-unquoted-colon": Message(
        Words("内容里又有冒号加空格，须用引号括起来", "", "请改为：{suggestion}"),
        Words("the text itself holds a colon and a space, and needs quotes", "", "Write: {suggestion}"),
    ),
    "input.yaml-misplaced-colon": Message(
        Words("这里不能有冒号：“{text}”", "", "请核对这一行；冒号属于内容时，请用引号括起整段内容。"),
        Words(
            "a colon cannot stand here: “{text}”",
            "",
            "Check this line; where the colon belongs to the content, put all of it in quotes.",
        ),
    ),
    "input.yaml-missing-colon": Message(
        Words(
            "这一行缺少冒号：“{text}”",
            "每一行应为名称、半角冒号、空格、内容。",
            "请补上冒号；接续上文时，请比上一行多缩进。",
        ),
        Words(
            "this line has no colon: “{text}”",
            "A line is a key, a colon, a space and a value.",
            "Add the colon, or indent the line further if it continues the one above.",
        ),
    ),
    "input.yaml-continued-line": Message(
        Words("这一行被当作上一行的接续：“{text}”", "它比上一行缩进得多，而上一行已有内容。", "请与上一行的名称对齐。"),
        Words(
            "this line was taken to continue the one above: “{text}”",
            "It is indented further, and the line above has a value already.",
            "Align it with the key above.",
        ),
    ),
    "input.question-mark": Message(
        Words("括号里的内容不能以“?”开头", "这个字符在 YAML 中另有用途，会被去掉。", "请用引号括起整段内容。"),
        Words(
            "within brackets a text cannot begin with “?”",
            "The character has a purpose of its own in YAML, and would be dropped.",
            "Put all of the text in quotes.",
        ),
    ),
    "input.yaml-reserved-character": Message(
        Words("内容不能以“{char}”开头", "这个字符在 YAML 中另有用途。", "请用引号括起整段内容。"),
        Words(
            "a text cannot begin with “{char}”",
            "The character has a purpose of its own in YAML.",
            "Put all of the text in quotes.",
        ),
    ),
    "input.yaml-text-after-value": Message(
        Words("引号或括号之后还有内容：“{text}”", "", "请把整段内容放在同一对引号里。"),
        Words(
            "something follows a closing quote or bracket: “{text}”", "", "Put all of the text in one pair of quotes."
        ),
    ),
    "input.yaml-open-quote": Message(
        Words("引号没有配对：“{text}”", "", "请在这段内容末尾补上同样的引号。"),
        Words("the quote is not closed: “{text}”", "", "Add the same quote at the end of the text."),
    ),
    "input.yaml-open-bracket": Message(
        Words(
            "第 {opening_line} 行起的括号里缺少逗号或右括号",
            "",
            "请核对“{text}”；内容含有括号或逗号时，请用引号括起来。",
        ),
        Words(
            "in the brackets opened on line {opening_line} a comma or the closing bracket is missing",
            "",
            "Check “{text}”; put a text that holds brackets or commas in quotes.",
        ),
    ),
    "input.yaml-escape": Message(
        Words("双引号里的反斜杠写法不对：“{text}”", "", "反斜杠属于内容时，请改用单引号。"),
        Words(
            "a backslash in double quotes is not understood: “{text}”", "", "Use single quotes for a literal backslash."
        ),
    ),
}

_STRUCTURE = {
    "input.yaml-indentation": Message(
        Words("缩进与上文任何一层都不一致：“{text}”", "", "请与同一层的各行左端对齐。"),
        Words("the indentation fits no level above: “{text}”", "", "Align the line with the others of its level."),
    ),
    "input.yaml-list-item": Message(
        Words("这一行应以“- ”开头：“{text}”", "上文是一个列表，各项都以“- ”开头。", "请补上“- ”，或调整缩进。"),
        Words(
            "this line should begin with “- ”: “{text}”",
            "Above is a list, whose items begin with “- ”.",
            "Add “- ”, or correct the indentation.",
        ),
    ),
    "input.yaml-dash-space": Message(
        Words(
            "短横“-”后面缺少空格：“{text}”",
            "没有空格，这一行就不算列表的一项。",
            "请在短横后加一个空格；短横属于内容时，请用引号括起整段内容。",
        ),
        Words(
            "the space after the dash is missing: “{text}”",
            "Without it the line is not an item of a list.",
            "Put a space after the dash, or quote a text that begins with one.",
        ),
    ),
    "input.yaml-misplaced-dash": Message(
        Words(
            "这里不能写列表项：“{text}”",
            "列表项应另起一行，写在所属名称之下。",
            "请换行并核对缩进；“- ”属于内容时，请加引号。",
        ),
        Words(
            "a list item cannot stand here: “{text}”",
            "Items go on lines of their own below their key.",
            "Start a new line and check the indentation, or quote a text that begins with “- ”.",
        ),
    ),
    "input.yaml-misplaced-question-mark": Message(
        Words("这里不能以“? ”开头：“{text}”", "", "请用引号括起整段内容。"),
        Words("a “? ” cannot begin here: “{text}”", "", "Put all of the text in quotes."),
    ),
    "input.yaml-missing-value": Message(
        Words("这里应有内容，却是“{char}”", "见“{text}”。", "请补上内容，或删除多余的符号。"),
        Words(
            "a value is missing before “{char}”",
            "See “{text}”.",
            "Add the value, or delete the superfluous character.",
        ),
    ),
    "input.yaml-document-start": Message(
        Words(
            "上文到此已经结束，这一行接不上：“{text}”",
            "这一行比最外层缩进得少，或者上文已由引号、括号或“...”结束。",
            "请让最外层的各行左端对齐；如果是另一份材料，请先另起一行写“---”。",
        ),
        Words(
            "what stands above has ended, and this line cannot follow it: “{text}”",
            "It is indented less than the outermost level, or a quote, a bracket or “...” ended what stands above.",
            "Align all lines of the outermost level; begin another document with a line “---”.",
        ),
    ),
    "input.yaml-block-header": Message(
        Words(
            "“|”或“>”之后的写法不对：“{text}”",
            "多行文字应从下一行写起，并用空格缩进。",
            "请换行；符号属于内容时，请加引号。",
        ),
        Words(
            "what follows “|” or “>” is not understood: “{text}”",
            "A text of several lines begins on the next line, indented with spaces.",
            "Start a new line, or quote a text that begins with the character.",
        ),
    ),
    "input.yaml-tag-syntax": Message(
        Words("内容不能这样以“!”开头：“{text}”", "“!”在 YAML 中另有用途。", "请用引号括起整段内容。"),
        Words(
            "a text cannot begin with “!” like this: “{text}”",
            "The character has a purpose of its own in YAML.",
            "Put all of the text in quotes.",
        ),
    ),
    "input.yaml-directive": Message(
        Words("以“%”开头的一行读不通：“{text}”", "“%”在行首另有用途。", "请删除这一行；属于内容时，请加引号。"),
        Words(
            "a line that begins with “%” is not understood: “{text}”",
            "At the beginning of a line the character has a purpose of its own.",
            "Delete the line, or put the text in quotes.",
        ),
    ),
    "input.too-many-directives": Message(
        Words(
            "以“%”开头的行超过 {limit} 行，未检查",
            "“%”在行首是给 YAML 工具的指令。",
            "请删除这些行；属于内容时，请缩进。",
        ),
        Words(
            "more than {limit} lines begin with “%”, so the file was not checked",
            "At the beginning of a line it is an instruction for YAML tools.",
            "Delete the lines, or indent them where they belong to the content.",
        ),
    ),
    "input.yaml-syntax": Message(
        Words("这里的 YAML 写法读不通：“{text}”", "", "请核对这一行及上一行的冒号、引号、括号和缩进。"),
        Words(
            "the YAML cannot be understood here: “{text}”",
            "",
            "Check colons, quotes, brackets and indentation of this line and the one above.",
        ),
    ),
}

YAML_MESSAGES = {**_FEATURES, **_PUNCTUATION, **_STRUCTURE}
"""The codes that only a YAML text gives."""
