"""The words for what is wrong with how a JSON text is written."""

from __future__ import annotations

from pdo_policy.wording import Message, Words

_VALUES = {
    "input.json-not-a-number": Message(
        Words("“{word}”不是 JSON 数字", "", "请写出数值；不知道时请写 null。"),
        Words("“{word}” is not a JSON number", "", "Write the number, or null where it is not known."),
    ),
    "input.json-number": Message(
        Words(
            "数字“{word}”的写法不对",
            "JSON 的数字不带单位、正号和百分号，开头没有多余的 0，小数点两边都有数字。",
            "请改写；编号、日期和带单位的数量，请用半角双引号括起来。",
        ),
        Words(
            "the number “{word}” is not written as JSON wants it",
            "There is no unit, plus sign, percent sign or leading zero, and digits stand on both sides of the point.",
            "Rewrite it; put identifiers, dates and quantities with a unit in double quotes.",
        ),
    ),
    "input.json-constant": Message(
        Words("“{word}”应写作 true、false 或 null", "JSON 只认小写的这三个词。", "请改写；属于文字时，请加双引号。"),
        Words(
            "“{word}” should be true, false or null",
            "JSON knows these three words only, in lower case.",
            "Rewrite it, or put a text in double quotes.",
        ),
    ),
    "input.json-unquoted-text": Message(
        Words("文字“{word}”没有加双引号", "", "请用半角双引号括起来。"),
        Words("the text “{word}” has no quotes", "", "Put it in ASCII double quotes."),
    ),
    "input.json-unquoted-key": Message(
        Words("名称“{word}”没有加双引号", "", "请用半角双引号括起来。"),
        Words("the key “{word}” has no quotes", "", "Put it in ASCII double quotes."),
    ),
    "input.json-single-quotes": Message(
        Words("{text}用了单引号，应为双引号", "", "请改为半角双引号。"),
        Words("{text} stands in single quotes", "", "Use double quotes."),
    ),
    "input.json-escape": Message(
        Words("反斜杠写法“{text}”不对", "反斜杠在 JSON 中另有用途。", "内容里的反斜杠请写作两个反斜杠。"),
        Words(
            "“{text}” is not a JSON escape",
            "The backslash has a purpose of its own in JSON.",
            "Write a literal backslash as two backslashes.",
        ),
    ),
    "input.json-line-break": Message(
        Words(
            "字符串里有换行，可能漏了右引号", "JSON 字符串要写在一行里。", "请补上引号；内容需要换行时，请写作 \\n。"
        ),
        Words(
            "the string runs over a line end; a closing quote may be missing",
            "A JSON string is written on one line.",
            "Add the quote, or write \\n for a line end in the content.",
        ),
    ),
    "input.json-tab": Message(
        Words("字符串里有制表符", "JSON 字符串里不能直接写制表符。", "请改为空格；确需制表符时，请写作 \\t。"),
        Words(
            "the string holds a tab",
            "A JSON string cannot hold one as it is.",
            "Use a space, or write \\t where a tab is meant.",
        ),
    ),
    "input.json-open-string": Message(
        Words("字符串没有右引号", "", "请在内容末尾补上引号。"),
        Words("the string has no closing quote", "", "Add the quote at its end."),
    ),
}

_STRUCTURE = {
    "input.json-trailing-comma": Message(
        Words("最后一项之后多了逗号", "", "请删除这个逗号。"),
        Words("a comma follows the last item", "", "Delete the comma."),
    ),
    "input.json-missing-comma": Message(
        Words("这一项之后缺少逗号", "", "请在两项之间加上半角逗号。"),
        Words("a comma is missing after this item", "", "Put a comma between the two items."),
    ),
    "input.json-missing-colon": Message(
        Words("名称之后应为冒号，却是“{found}”", "", "请在名称和内容之间加上半角冒号。"),
        Words("a colon is needed after the key, but “{found}” stands here", "", "Put a colon between key and value."),
    ),
    "input.json-comment": Message(
        Words("JSON 不能写注释：“{text}”", "", "请删除注释，或改用 YAML。"),
        Words("JSON has no comments: “{text}”", "", "Delete the comment, or use YAML."),
    ),
    "input.json-text-after-value": Message(
        Words(
            "这一项之后紧跟着“{text}”", "内容里的双引号会使字符串提前结束。", '请补上逗号，或把内容里的双引号写作 \\"。'
        ),
        Words(
            "“{text}” follows this item directly",
            "A double quote within a text ends the string.",
            'Add a comma, or write \\" for a double quote in the content.',
        ),
    ),
    "input.json-extra-content": Message(
        Words("JSON 内容结束后还有“{text}”", "一个 JSON 文件只能有一份材料。", "请删除多余的内容，或拆成几个文件。"),
        Words(
            "“{text}” follows the end of the JSON",
            "A JSON file holds one document.",
            "Delete what is too much, or split the file.",
        ),
    ),
    "input.json-open-bracket": Message(
        Words(
            "第 {opening_line} 行的“{char}”没有配对的“{closing}”",
            "",
            "请在这一组内容的末尾补上“{closing}”；括号多余时，请删除。",
        ),
        Words(
            "“{char}” on line {opening_line} is not closed by “{closing}”",
            "",
            "Add “{closing}” where its content ends, or delete the bracket that is too much.",
        ),
    ),
    "input.json-unfinished": Message(
        Words("文件到此中断，缺少后面的内容", "", "请补全内容；传输不完整时，请重新取得文件。"),
        Words("the text ends before it is complete", "", "Complete it, or fetch the file again if it was cut off."),
    ),
    "input.json-missing-value": Message(
        Words("这里应有内容，却是“{char}”", "", "请补上内容，不知道时请写 null；符号多余时，请删除。"),
        Words(
            "a value is missing before “{char}”",
            "",
            "Add the value, or null where it is not known, or delete the superfluous character.",
        ),
    ),
    "input.json-unexpected": Message(
        Words("这里不能是“{char}”", "", "请核对前后的引号、逗号和括号。"),
        Words("“{char}” cannot stand here", "", "Check the quotes, commas and brackets around it."),
    ),
}

JSON_MESSAGES = {**_VALUES, **_STRUCTURE}
"""The codes that only a JSON text gives."""
