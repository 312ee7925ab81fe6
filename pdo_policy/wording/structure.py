"""What is wrong with the form of a submission: keys, kinds and shapes (`schema.*`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {
    "schema.not-a-record": contracted(
        "材料应当由“字段: 内容”组成，这里不是",
        "从“文件种类: {label}”一行开始，逐行写“字段: 内容”。",
        "a submission consists of “field: content”, and this does not",
        "Begin with a line such as kind: {kind}, then write field: content line by line.",
    ),
    "schema.no-kind": contracted(
        "没有写文件种类，不知道按哪一种检查",
        "在开头写一行 kind: 加上其中之一：{known}。",
        "the kind of document is not stated, so nothing can be checked",
        "Begin with a line kind: and one of: {known}.",
    ),
    "schema.unknown-kind": contracted(
        "没有“{value}”这种文件",
        "文件种类写作：{near}。可以写的有：{known}。",
        "there is no kind of document “{value}”",
        "Write kind: {near}. The options are: {known}.",
    ),
    "schema.missing-header": contracted(
        "文件头缺少“{field}”",
        "在开头补写“{field}”（{key}）。",
        "the header lacks “{field}”",
        "Add “{field}” ({key}) at the beginning.",
    ),
    "schema.missing-field": contracted(
        "“{within}”缺少“{field}”",
        "在“{within}”之下补写“{field}”（{key}）。",
        "“{within}” lacks “{field}”",
        "Add “{field}” ({key}) to “{within}”.",
    ),
    "schema.same-document": contracted(
        "“{label}”已经有一份，在 {path} 第 {line} 行",
        "编号不能重复：改掉其中一份的编号，或只检查要提交的一份。",
        "there is a “{label}” already, in {path}, line {line}",
        "An id is used once: change one, or check only the paper to be submitted.",
    ),
    "schema.duplicate-key": contracted(
        "“{key}”与第 {first_line} 行写的是同一个字段",
        "中文名和英文名指同一个字段，只留一处；两处都没有采用。",
        "“{key}” is the same field as in line {first_line}",
        "The Chinese and the English name mean one field: keep one; neither was used.",
    ),
    "schema.unknown-key": contracted(
        "没有“{key}”这个字段，它的内容没有检查",
        "核对字段名；这里可以写：{some}等，全部字段见字段说明。",
        "there is no field “{key}”; its content was not checked",
        "Check the name; possible here are {some} and others; see the field reference.",
    ),
    "schema.unknown-key-near": contracted(
        "没有“{key}”这个字段，它的内容没有检查",
        "是不是“{near}”？改为“{near}”。",
        "there is no field “{key}”; its content was not checked",
        "Is “{near}” meant? Write “{near}”.",
    ),
    "schema.unknown-key-elsewhere": contracted(
        "“{key}”不写在这里，它的内容没有检查",
        "移到“{where}”。",
        "“{key}” does not belong here; its content was not checked",
        "Move it to “{where}”.",
    ),
    "schema.record-wanted": contracted(
        "“{field}”要分项写，这里只写了“{text}”",
        "在“{field}:”之下另起几行，缩进写出{some}等各项。",
        "“{field}” has several fields, but only “{text}” is written here",
        "Write its fields below it, indented: {some} and so on.",
    ),
    "schema.list-wanted": contracted(
        "“{field}”要写成清单，这里写的不是清单",
        "每项另起一行，以“- ”开头；只有一项也一样。",
        "“{field}” takes a list, and this is not one",
        "Begin each entry on a line of its own with “- ”, even a single one.",
    ),
    "schema.single-value-wanted": contracted(
        "“{field}”只写一个内容，这里写了几项",
        "合成一个内容写在冒号后面。",
        "“{field}” takes one value, and several are written here",
        "Write one value after the colon.",
    ),
    "schema.not-applicable-reason": contracted(
        "“{field}”写了不适用，但没有写理由",
        "写作 {{不适用: 理由}}，用一句话说明为什么不适用。",
        "“{field}” is marked as not applicable, but no reason is given",
        "Write {{不适用: reason}}, with a sentence on why.",
    ),
    "schema.not-applicable-alone": contracted(
        "“{field}”既写了不适用，又写了其他内容",
        "不适用的只写 {{不适用: 理由}}；适用的删去“不适用”。",
        "“{field}” is marked as not applicable, yet has other content",
        "If it does not apply write only {{不适用: reason}}; otherwise remove 不适用.",
    ),
    "schema.unknown-choice": contracted(
        "“{field}”没有“{text}”这个选项",
        "可以写：{known}。",
        "“{field}” has no option “{text}”",
        "The options are: {known}.",
    ),
    "schema.unknown-choice-near": contracted(
        "“{field}”没有“{text}”这个选项",
        "是不是“{near}”？可以写：{known}。",
        "“{field}” has no option “{text}”",
        "Is “{near}” meant? The options are: {known}.",
    ),
    "schema.several-choices": contracted(
        "“{field}”把几个选项写在了一处：“{text}”",
        "清单字段每个选项各占一项；单选字段只留一个。可以写：{known}。",
        "“{field}” holds several options in one: “{text}”",
        "In a list give each option an entry of its own; otherwise keep one. The options are: {known}.",
    ),
    "schema.too-small": contracted(
        "“{field}”不能小于 {limit}",
        "核对数字和单位。",
        "“{field}” must not be below {limit}",
        "Check the number and its unit.",
    ),
    "schema.too-large": contracted(
        "“{field}”不能大于 {limit}",
        "核对数字和单位。",
        "“{field}” must not be above {limit}",
        "Check the number and its unit.",
    ),
    "schema.not-above": contracted(
        "“{field}”要大于 {limit}",
        "核对数字和单位。",
        "“{field}” must be above {limit}",
        "Check the number and its unit.",
    ),
    "schema.not-below": contracted(
        "“{field}”要小于 {limit}",
        "核对数字和单位。",
        "“{field}” must be below {limit}",
        "Check the number and its unit.",
    ),
    "schema.no-multiple": contracted(
        "“{field}”要是 {limit} 的整倍数",
        "核对数字和单位。",
        "“{field}” must be a multiple of {limit}",
        "Check the number and its unit.",
    ),
    "schema.too-short": contracted(
        "“{field}”至少写 {limit} 个字",
        "写完整。",
        "“{field}” takes {limit} characters or more",
        "Write it in full.",
    ),
    "schema.too-long": contracted(
        "“{field}”最多写 {limit} 个字",
        "写短一些。",
        "“{field}” takes {limit} characters or fewer",
        "Shorten it.",
    ),
    "schema.too-few": contracted(
        "“{field}”至少列 {limit} 项",
        "补齐各项。",
        "“{field}” takes {limit} entries or more",
        "Add what is missing.",
    ),
    "schema.too-many": contracted(
        "“{field}”最多列 {limit} 项",
        "删去多余的项。",
        "“{field}” takes {limit} entries or fewer",
        "Remove the surplus entries.",
    ),
    "schema.repeated": contracted(
        "“{field}”有相同的项",
        "相同的只留一项。",
        "“{field}” has entries that are the same",
        "Keep one of them.",
    ),
    "schema.no-match": contracted(
        "“{field}”的写法不合格式 {limit}",
        "对照该种文件的格式说明（pdo-policy schema）改写。",
        "“{field}” is not in the form {limit}",
        "See the schema of the kind (pdo-policy schema).",
    ),
    "schema.more-problems": contracted(
        "至少另有 {count} 处格式问题未逐一列出",
        "先改正已列出的问题，再检查一次。",
        "at least {count} more problems of form are not listed",
        "Correct those listed, then check again.",
    ),
    "schema.too-many-problems": contracted(
        "至少另有 {count} 处格式问题，这份材料没有按规则检查",
        "核对文件是不是这一种材料；改正已列出的问题，再检查一次。",
        "at least {count} more problems of form; this paper was not checked against the rules",
        "See whether the file is such a paper at all; correct what is listed, then check again.",
    ),
    "schema.name-too-long": contracted(
        "“{field}”超过 {limit} 个字，没有采用",
        "写短一些；说明文字写到别的字段里。",
        "“{field}” has more than {limit} characters and was not used",
        "Shorten it; explanations belong in other fields.",
    ),
    "schema.violation": contracted(
        "“{field}”不符合格式要求（{keyword} {limit}）",
        "对照该种文件的格式说明（pdo-policy schema）改写。",
        "“{field}” does not fit its schema ({keyword} {limit})",
        "See the schema of the kind (pdo-policy schema).",
    ),
}
