"""What a hearing folder says beside the words of the report: names of its files, headings, columns, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from pdo_policy.wording import Pairs

_WORDS: Pairs = {
    # names of the files, without what a format adds; and what each is for
    "cover": ("00_封面与说明", "00_cover"),
    "conclusion": ("01_总体结论", "01_conclusion"),
    "issues": ("02_问题清单", "02_issues"),
    "evidence": ("03_证据摘录", "03_evidence"),
    "questions": ("04_拟提问清单", "04_questions"),
    "side_by_side": ("05_跨文件矛盾对照", "05_side_by_side"),
    "coverage": ("06_义务覆盖矩阵", "06_coverage"),
    "changes": ("07_与上次变化", "07_changes"),
    "judgement": ("08_须人工认定事项", "08_for_people"),
    "signing": ("09_签字页", "09_sign_off"),
    "waivers": ("附1_豁免与基线", "annex1_waivers"),
    "clauses": ("附2_条款", "annex2_clauses"),
    "grounds": ("附3_依据与摘要", "annex3_grounds"),
    "cover_for": ("检查了什么、怎样用这个文件夹、局限在哪里", "what was checked, how to use this folder, its limits"),
    "conclusion_for": ("一页：材料、结论、重点、须由人判断的", "one page: papers, conclusion, what to look at first"),
    "issues_for": ("按条款先后排列的全部问题", "all issues in the order of the clauses"),
    "evidence_for": ("每个问题的原文、位置和文件摘要", "for each issue the text, its place and the digest of the file"),
    "questions_for": (
        "按提问对象排列，同一个回答能够解决的合并",
        "by whom they are put to; what one answer settles is one",
    ),
    "side_by_side_for": (
        "几份材料对同一事项怎么写，一致的也列",
        "what the papers say of one matter, consistent or not",
    ),
    "coverage_for": ("每一项义务的结论、理由和位置，留有专家填写栏", "every obligation, with columns for the expert"),
    "changes_for": ("上一次以来解决的、新出现的、没有变的", "what was solved, is new, or stayed since last time"),
    "judgement_for": ("有权机关要认定的，专家要核对的", "what authorities determine, and what experts look at"),
    "signing_for": ("每位专家一份，全部空白", "one for each expert, all blank"),
    "waivers_for": (
        "申请人登记的豁免和基线，只列出，不采用",
        "waivers and baseline of the applicant: listed, not applied",
    ),
    "clauses_for": (
        "问题涉及的条款，摘要是自己的话，不是条文",
        "the clauses of the issues, in our words, not the law's",
    ),
    "grounds_for": ("计入的规定、看到了什么、材料和规则库的摘要", "law that counts, what of it was seen, digests"),
    # the folder
    "title": ("听证准备材料", "Hearing folder"),
    "as_of": ("基准日 {day}", "as of {day}"),
    "contents": ("目录", "Contents"),
    "file": ("文件", "File"),
    "for": ("用途", "What for"),
    "formats": ("格式", "Formats"),
    "to_read": ("阅读", "read"),
    "to_edit": ("文本", "text"),
    "to_fill": ("表格", "table"),
    "data": ("数据", "Data"),
    "report_for": (
        "完整的检查报告，供程序读取，也是下一次比较的起点",
        "the whole report for programs, and to compare with",
    ),
    "manifest_for": ("每个文件的 SHA-256；用 packet verify 核对", "SHA-256 of every file; see packet verify"),
    "back": ("回到目录", "Back to the contents"),
    # cover
    "papers": ("材料", "Papers"),
    "papers_lead": ("检查了 {count} 份材料：", "Papers checked: {count}."),
    "unread_lead": (
        "其中 {count} 份没有检查成：读不了，或不知道是哪一种。它们里面有没有问题，这里说不出来。",
        "Of these {count} could not be checked; what is wrong in them is not told here.",
    ),
    "how": ("怎样得出的", "How it was made"),
    "how_rules": ("规则库：{title} {version}（摘要 {digest}）", "Rulebook: {title} {version} (digest {digest})"),
    "how_day": ("基准日：{day}；计入的规定：{law}", "As of {day}; law: {law}"),
    "how_tool": ("工具：pdo-policy {version}", "Tool: pdo-policy {version}"),
    "law_default": ("基准日施行的和征求意见的", "in force on that day, and drafts"),
    "law_in-force": ("只有基准日施行的", "only what is in force on that day"),
    "law_draft": ("只有征求意见的", "only drafts"),
    "how_review": (
        "审查方式：不采用申请人的豁免和基线；有的话列在附1",
        "Review: waivers and baseline of the applicant are not applied; where there are any, annex 1 lists them",
    ),
    "limits": ("局限性说明", "Limits"),
    "limit_scope": ("检查范围：{scope}", "Scope: {scope}"),
    "limit_written": (
        "只看材料写了什么。“符合”表示材料写到了规则所核对的内容；所写是否属实、是否妥当，没有检查，由人判断。",
        (
            "Only what the papers say is looked at. “Met” says that they state what the rules compare; whether"
            " it is true and sound was not checked."
        ),
    ),
    "limit_papers": (
        "只读了上面列出的材料。没有提交的材料、附件、图片和扫描件没有看；“没有写”指的是在这些材料的对应位置没有找到。",
        (
            "Only the papers above were read, and no annex, picture or scan. “Not written” says that nothing"
            " was found at its place in these papers."
        ),
    ),
    "limit_preliminary": (
        "“初步判断”由程序按规则得出，不是评审结论，不代替主管部门审查和专家意见。须由人判断的列在 08。",
        (
            "What is called preliminary comes from rules; it is no conclusion of the review and replaces neither the"
            " authority nor the experts. What people have to judge stands in 08."
        ),
    ),
    "limit_same": (
        "同样的材料、规则库、基准日和工具版本，得出逐字节相同的文件夹；里面没有生成时间，也没有操作人。",
        "The same papers, rulebook, day and version give the same bytes; no time and no person is recorded.",
    ),
    "use": ("怎样使用", "How to use it"),
    "use_read": (
        "先读 01，再看 02 和 05；听证前用 04 准备提问，逐条翻 03 对照原文；06 和 08 留有专家填写的栏；09 打印签字。",
        (
            "Read 01, then 02 and 05; prepare with 04 and compare with the papers by 03; 06 and 08 have columns"
            " to fill in; print and sign 09."
        ),
    ),
    "use_fill": (
        (
            "同一内容有网页（.html，打印即 A4）、文本（.md）和表格（.csv，用 WPS 或 Excel 打开）。"
            "填写请另存一份：再次生成不会覆盖改过的文件夹。"
        ),
        (
            "Each is there as a page (.html, prints to A4), text (.md) and tables (.csv). Fill in a copy; a"
            " folder that was changed is never written over."
        ),
    ),
    "use_verify": (
        "核对文件有没有被改动：pdo-policy packet verify 文件夹",
        "To see whether a file was changed: pdo-policy packet verify FOLDER",
    ),
    # conclusion
    "part_papers": ("材料情况", "Papers"),
    "part_result": ("自动检查结论", "What the rules found"),
    "part_attention": ("建议重点关注", "What to look at first"),
    "part_people": ("须由人判断的事项", "For people to judge"),
    "part_changes": ("与上次相比", "Since last time"),
    "paper_line": ("{label}《{title}》（{path}）", "{label}, “{title}” ({path})"),
    "paper_bare": ("{label}（{path}）", "{label} ({path})"),
    "unread_line": ("{path}：没有检查成", "{path}: not checked"),
    "papers_more": ("等 {count} 份，全部列在附3", "and so on: {count}, all in annex 3"),
    "sentence": ("结论：{sentence}", "Conclusion: {sentence}"),
    "result_counts": ("{total} 项义务中：{counts}。", "Of {total} obligations: {counts}."),
    "count": ("{word} {count}", "{word} {count}"),
    "result_form": ("书写和格式问题 {count} 处。", "Faults of writing and form: {count}."),
    "result_not_run": (
        "另有 {count} 条规则没有检查（缺少所对照的材料，或依据的条款不计入），列在 06。",
        "Further rules that were not run, for want of a paper or of law that counts: {count}, listed in 06.",
    ),
    "result_basis": (
        "涉及条款 {clauses} 条，问题 {issues} 个，证据 {evidence} 份。",
        "Clauses concerned: {clauses}; issues: {issues}; pieces of evidence: {evidence}.",
    ),
    "result_drafts": (
        "其中 {count} 个问题只依据征求意见稿，不是现行要求。",
        "Of the issues {count} rest on a draft alone, which is not in force.",
    ),
    "by_chapter": ("按章", "By chapter"),
    "attention_lead": (
        "先列几份材料之间不一致的，再列严重的不符合，同等的按条款先后，每条规则只列一个，至多 {most} 个；全部见 02。",
        (
            "First what differs between papers, then grave breaches, then by clause; one for each rule, at most"
            " {most}; all are in 02."
        ),
    ),
    "see_issue": ("见 02 第 ", " See 02, no. "),
    "see_evidence": (" 项、03 ", "; 03, "),
    "see_end": ("。", "."),
    "see": ("见 ", " See "),
    "attention_none": ("没有不符合的，也没有待核实的。", "Nothing is violated or undecided."),
    "people_counts": (
        "等待有权机关认定 {questions} 项；请专家核对的条款 {clauses} 条；材料体现不了的条款 {absent} 条。见 ",
        (
            "To be determined by authorities: {questions}; clauses for experts to look at: {clauses}; clauses"
            " that no paper shows: {absent}. See "
        ),
    ),
    "not_compared": (
        "没有给出上一次的报告，没有比较。要比较：packet 加上 --compare 上一次的 report.json。",
        "No earlier report was given. To compare, give packet --compare and the last report.json.",
    ),
    # issues and evidence
    "number": ("编号", "No."),
    "clause": ("条款", "Clause"),
    "clause_says": ("条款说的是", "What it says"),
    "obligation": ("义务", "Obligation"),
    "rule": ("规则", "Rule"),
    "paper": ("材料", "Paper"),
    "verdict": ("初步判断", "Preliminary"),
    "level": ("级别", "Level"),
    "issue": ("问题", "Issue"),
    "reason": ("理由", "Reason"),
    "fix": ("整改建议", "How to fix it"),
    "verify": ("请核实", "Please verify"),
    "fix_or_verify": ("整改建议或须核实的", "How to fix it, or what to verify"),
    "why": ("为什么要紧", "Why it matters"),
    "evidence_no": ("证据", "Evidence"),
    "mark": ("识别码", "Mark"),
    "draft": ("只依据征求意见稿", "on a draft alone"),
    "issues_lead": (
        (
            "共 {count} 个问题，按条款先后排列：规定按规则库的次序，条、款、项按数字；涉及几条的放在最前一条下面。"
            "“识别码”不随材料的排版和文件名变化，两次检查可以对照。"
        ),
        (
            "Issues: {count}, in the order of the clauses by their numbers; one that rests on several stands under the"
            " first. The mark does not change with layout or names of files."
        ),
    ),
    "issues_none": ("没有发现问题。", "No issue was found."),
    "of_form": ("书写和格式", "Writing and form"),
    "of_form_says": ("看不懂、读不了或者格式不对的地方，先改好才能核对", "what cannot be read has to be mended first"),
    "topic_only": ("条文没有公开，只知道说的是什么", "its text is not public; only its subject is known"),
    "summary_only": ("只看到摘要，没有看到条文", "a summary of it was seen, not its text"),
    "evidence_lead": (
        "摘录每处不超过 120 字，照抄材料；没有找到的写明在哪里找过。文件摘要是 SHA-256 的前 16 位，全长见附3。",
        (
            "At most 120 characters each, as the papers have them; of what was not found it is told where it"
            " was sought. Digests are the first 16 digits of SHA-256; annex 3 has all."
        ),
    ),
    "matter": ("事项", "Matter"),
    "at": ("证据位置", "Place"),
    "excerpt": ("证据摘录", "Excerpt"),
    "near_excerpt": ("最近处原文", "Text nearby"),
    "digest": ("文件摘要", "Digest"),
    "method": ("检查方法", "Method"),
    "method_rule": ("程序按规则比对", "compared by a rule"),
    "method_form": ("程序读取时发现", "found in reading"),
    "answer": ("被评审单位说明", "Statement of the reviewed"),
    "by": ("编制", "Made by"),
    "checked_by": ("复核", "Checked by"),
    "day": ("日期", "Day"),
    "line": ("{path} 第{line}行第{column}列", "{path}, line {line}, column {column}"),
    "line_trail": ("{place} {trail}", "{place} {trail}"),
    "searched": (
        "在{path}里查找“{trail}”，没有找到可以核对的内容",
        "looked for “{trail}” in {path}; nothing there can be compared",
    ),
    "searched_paper": ("在本次的材料里查找“{trail}”，没有找到可以对照的", "looked for a paper “{trail}”; none fits"),
    "searched_whole": ("查看了{path}的全文", "looked at the whole of {path}"),
    "also": ("（还有 {count} 处）", "({count} more places)"),
    # questions
    "question_no": ("序号", "No."),
    "asked": ("提问对象", "Put to"),
    "question": ("问题", "Question"),
    "basis": ("依据", "Basis"),
    "reply": ("答复记录", "Answer"),
    "questions_lead": (
        "共 {count} 个问题。问题是中性的，不预设答案；同一个对象、同一个回答能够解决的合并成一个。",
        "Questions: {count}, neutral in wording; those of one addressee that one answer settles are one.",
    ),
    "questions_none": ("没有要问的问题。", "There is nothing to ask."),
    "submitter": ("材料提交单位", "Who submitted the paper"),
    "ask_form": (
        "{paper}有 {count} 处书写和格式问题，请核对原件并更正后重新提交。",
        "{paper} has {count} faults of writing and form; please compare with the original and submit it again.",
    ),
    "ask_fix": (
        "请说明：{headline}。是否有材料里没有写到的情况？",
        "Please explain: {headline}. Is there anything that the paper does not say?",
    ),
    "ask_determine": ("{question}？请出具认定意见。", "{question}? Please give your determination."),
    # side by side
    "compared_lead": (
        (
            "对照几份材料的规则共 {count} 次，每次一行，一致的也列。"
            "格里是规则读到的内容和位置；“{agree}”表示两边写的相同，“{apart}”表示写法不同但没有违背规则，"
            "“{one_only}”表示只有一份材料写了、没有可以对照的；“—”表示规则没有读这一份。"
        ),
        (
            "Comparisons of papers: {count}, consistent ones too. Cells have what the rule read and where;"
            " “{agree}” says that both sides say the same, “{apart}” that they differ without breaking the rule,"
            " “{one_only}” that there was nothing to compare with; “—” stands for a paper that it did not read."
        ),
    ),
    "compared_none": ("没有可以对照的几份材料。", "There are no papers to compare."),
    "conclusion_column": ("结论", "Conclusion"),
    "remark": ("说明", "Note"),
    "record": ("评审记录", "Record"),
    "differ": ("不一致", "differ"),
    "one_only": ("仅一处写明", "one side only"),
    "agree": ("一致", "agree"),
    "apart": ("未见矛盾", "no contradiction"),
    "part_differ": ("不符合规则的", "Breaking a rule"),
    "part_open": ("待核实的", "To be verified"),
    "part_agree": ("符合规则的", "Keeping the rules"),
    "part_idle": ("没有比较的", "Not compared"),
    "more_readings": ("另有 {count} 处", "{count} more"),
    # coverage
    "coverage_lead": (
        "{rows} 行：每条规则对每份材料一行，没有检查的规则和没有规则的条款也各一行。每行都有结论；右边两栏由专家填写。",
        (
            "Rows: {rows}. One for each rule and paper, for each rule that was not run and for each clause"
            " without a rule; the last two columns are for the expert."
        ),
    ),
    "chapter": ("章", "Chapter"),
    "result": ("自动结论", "Verdict"),
    "evidence_at": ("依据位置", "Where it rests"),
    "opinion": ("专家意见", "Expert's opinion"),
    "adopted": ("采纳情况", "Adopted or not"),
    "no_rule": ("没有规则、由人判断的条款", "Clauses without a rule, for people"),
    "manual": ("须人工判断", "for people"),
    "partial": ("一部分须人工判断", "for people in part"),
    "not_in_documents": ("材料体现不了", "no paper shows it"),
    "not_run": ("没有检查", "not run"),
    "no_reason": ("规则没有写明理由", "the rule gives no reason"),
    "met": ("写到了规则所核对的内容", "states what the rule compares"),
    # changes
    "changes_none": ("上次和这次都没有问题。", "There is no issue, neither then nor now."),
    "compared_with": (
        "与基准日 {day} 的报告相比，按问题里的每一点计：{counts}。",
        "Compared with the report as of {day}, point by point: {counts}.",
    ),
    "compared_by": (
        (
            "按识别码对照：改名、调整次序和排版不算变化。“已解决”只指规则这次查了同一份材料、不再得出这一点；"
            "材料没有再提交、规则没有再问或者变为待核实的，列为“无法对照”。"
        ),
        (
            "Compared by marks, which names, order and layout do not change. “Solved” is said only where the rule was"
            " asked of the same paper and does not find it any more."
        ),
    ),
    "other_grounds": (
        "两次的规则库、计入的规定或基准日不同，变化可能来自规定而不是材料。",
        "The rulebook, the law or the day are not the same: what changed may be the law and not the papers.",
    ),
    "solved": ("已解决", "solved"),
    "changed": ("有变化", "changed"),
    "stayed": ("没有变", "unchanged"),
    "new": ("新增", "new"),
    "not_asked": ("无法对照", "cannot be compared"),
    "became": ("变化", "Change"),
    "last_time": ("上次", "Last time"),
    "this_time": ("这次", "This time"),
    # judgement
    "judgement_lead": (
        "这里的事项程序没有判断，也不能判断。结论栏空白，由有权的人填写。",
        "The program did not and cannot judge these. The columns are blank for those who may.",
    ),
    "open_questions": ("等待有权机关认定的", "To be determined by an authority"),
    "name": ("认定事项", "Determination"),
    "authority": ("由谁认定", "By whom"),
    "project": ("项目", "Project"),
    "waiting": ("等待它的规则", "Rules waiting"),
    "answered": ("认定结论", "Answer"),
    "paper_no": ("认定文件", "On what paper"),
    "given": ("本次采用的认定", "Determinations taken into account"),
    "given_lead": (
        "这些认定由材料或调用者给出，程序照用，没有核实。",
        "They came with the papers or the call, and were taken as given.",
    ),
    "for_people": ("请专家对照材料核对的条款", "Clauses for experts to look at"),
    "look": ("请核对", "Please look"),
    "looked": ("核对结果", "Result"),
    "absent": ("任何提交的材料都体现不了的条款", "Clauses that no submitted paper can show"),
    "absent_why": ("原因", "Why"),
    "none": ("没有。", "None."),
    "where_written": ("写在", "Written at"),
    # sign-off
    "signing_lead": (
        "每位专家一份。程序不预填任何内容。",
        "One for each expert. Nothing is filled in by the program.",
    ),
    "choice": ("评审结论", "Conclusion of the review"),
    "choices": ("□ 同意　□ 修改后同意　□ 不同意", "□ agree　□ agree after changes　□ disagree"),
    "opinions": ("意见", "Opinion"),
    "adoption": ("采纳情况", "Adopted or not"),
    "grounds_of": ("理由", "Reasons"),
    "person": ("姓名", "Name"),
    "position": ("单位及职称", "Office and position"),
    "signed_on": ("日期", "Day"),
    "item": ("项目", "Item"),
    "entry": ("填写", "To fill in"),
    # annexes
    "waivers_none": (
        "本次没有给出豁免登记和基线。",
        "No waivers and no baseline were given.",
    ),
    "dealt_lead": (
        "以下问题申请人登记了豁免或列入了基线。本文件夹照样列出，计数和结论都不受影响。",
        "The applicant waived or baselined these. They are listed all the same, and change no count and no conclusion.",
    ),
    "clauses_lead": (
        "问题涉及的条款。“说的是什么”是规则编写者自己的话，引用请以正式文本为准。",
        "The clauses of the issues. What they say is told in our words; quote the official text.",
    ),
    "status": ("状态", "Status"),
    "visibility": ("看到了什么", "What was seen"),
    "full": ("条文", "text"),
    "summary": ("摘要", "summary"),
    "topic": ("只有题目", "subject only"),
    "issue_nos": ("涉及的问题", "Issues"),
    "texts": ("计入的规定", "Law taken into account"),
    "text": ("规定", "Text"),
    "doc_number": ("文号", "Number"),
    "other_texts": ("登记了但没有计入的规定", "Texts on file that do not count"),
    "input_digests": ("材料的摘要", "Digests of the papers"),
    "sha256": ("SHA-256", "SHA-256"),
    "bytes": ("字节", "Bytes"),
    "how_again": ("怎样重新得出", "How to make it again"),
    "again": (
        "用同样的材料、规则库和工具版本运行 packet，写明 --as-of {day} --law {law}。",
        "Run packet on the same papers with the same rulebook and version, with --as-of {day} and --law {law}.",
    ),
}

told = saying(_WORDS)
"""A word or sentence of a hearing folder."""
