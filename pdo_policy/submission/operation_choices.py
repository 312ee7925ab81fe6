"""Tables of the values that choices on registration, prices, security, people and results may take."""

from pdo_policy.submission.field import choices

REGISTRATION_STATUS = choices(
    ("registered", "已登记", "登记完成"),
    ("in_progress", "办理中", "已申请", "公示中"),
    ("planned", "拟登记", "未登记", "待登记"),
    ("deregistered", "已注销", "注销"),
    ("revoked", "已撤销", "撤销"),
)
REGISTRATION_TYPES = choices(
    ("first", "首次登记", "首次"),
    ("change", "变更登记", "变更"),
    ("correction", "更正登记", "更正"),
    ("deregistration", "注销登记"),
)
REGISTRATION_MATERIALS = choices(
    ("subject", "主体信息", "登记主体信息"),
    ("source", "来源合法合规", "数据来源", "来源合法合规证明"),
    ("resource", "资源情况", "数据资源情况"),
    ("evidence", "存证情况", "存证信息"),
    ("product", "产品和服务信息", "产品和服务"),
    ("scenario", "应用场景", "应用场景信息"),
    ("risk_assessment", "数据安全风险评估", "安全风险评估", "数据安全风险评估材料"),
)
PRICE_REGIMES = choices(
    ("free", "免费", "无偿", "不收费"),
    ("government_guided", "政府指导价", "指导价"),
    ("negotiated", "协商定价", "协议定价", "双方协商"),
    ("market", "市场调节价", "市场定价"),
    ("other", "其他"),
)
PRICE_STAGES = choices(
    ("trial", "试行", "试行收费标准", "试行标准"),
    ("formal", "正式", "正式收费标准", "正式标准"),
)
BILLING_METHODS = choices(
    ("item", "按产品数", "按产品", "一次性"),
    ("call", "按次", "按调用次数", "按次数"),
    ("time", "按时间", "包月", "包年", "按月", "按年"),
    ("volume", "按调用量", "按数据量", "按流量"),
    ("tier", "阶梯计费", "阶梯", "累进阶梯"),
    ("other", "其他"),
)
PRICE_ADJUSTMENTS = choices(
    ("specific", "调整具体收费标准", "调具体标准"),
    ("ceiling", "调整上限收费标准", "调上限"),
    ("both", "同时调整", "上限和具体标准同时调整"),
    ("none", "未调整", "不调整"),
)
SHARE_BASES = choices(
    ("contribution", "按贡献", "按供数贡献", "按贡献评价结果"),
    ("investment", "按投入", "按出资"),
    ("usage", "按使用量", "按调用量"),
    ("fixed", "固定比例", "约定比例"),
    ("other", "其他"),
)
PERSONAL_INFORMATION_STATUS = choices(
    ("none", "不涉及", "不含个人信息", "无"),
    ("anonymised", "匿名化", "已匿名化"),
    ("deidentified", "去标识化", "已去标识化", "脱敏"),
    ("identifiable", "可识别", "未去标识化", "明文"),
)
PROCESSING_BASES = choices(
    ("consent", "取得个人同意", "个人同意", "同意"),
    ("contract", "订立或履行合同所必需", "履行合同", "合同必需"),
    ("statutory_duty", "履行法定职责或法定义务所必需", "履行法定职责", "法定义务"),
    ("emergency", "应对突发事件或紧急保护所必需", "突发公共卫生事件", "紧急情况"),
    ("public_interest_news", "为公共利益实施新闻报道和舆论监督", "新闻报道"),
    ("already_public", "已合法公开的个人信息", "已公开信息"),
    ("other_law", "法律行政法规规定的其他情形", "其他法定情形"),
)
MLPS_LEVELS = choices(
    ("level_1", "一级", "等保一级", "第一级"),
    ("level_2", "二级", "等保二级", "第二级"),
    ("level_3", "三级", "等保三级", "第三级"),
    ("level_4", "四级", "等保四级", "第四级"),
    ("level_5", "五级", "等保五级", "第五级"),
    ("not_rated", "未定级", "尚未定级"),
)
INCIDENT_LEVELS = choices(
    ("general", "一般", "一般事件"),
    ("larger", "较大", "较大事件"),
    ("major", "重大", "重大事件"),
    ("especially_major", "特别重大", "特别重大事件"),
)
INCIDENT_TYPES = choices(
    ("leak", "数据泄露", "泄露"),
    ("tampering", "数据篡改", "篡改"),
    ("loss", "数据丢失", "损毁", "丢失"),
    ("out_of_scope", "超范围使用", "超授权范围使用"),
    ("unavailability", "服务中断", "系统中断"),
    ("vulnerability", "安全漏洞", "漏洞"),
    ("other", "其他"),
)
EVALUATION_RESULTS = choices(
    ("excellent", "优秀", "优"),
    ("good", "良好", "良"),
    ("qualified", "合格", "通过"),
    ("rectify", "限期整改", "整改"),
    ("unqualified", "不合格", "未通过"),
    ("pending", "尚未评估", "评估中"),
)
REVIEW_RESULTS = choices(
    ("passed", "通过", "合格", "同意"),
    ("conditional", "有条件通过", "修改后通过"),
    ("rejected", "未通过", "不通过", "不合格"),
    ("pending", "待审核", "审核中"),
)
DISPUTE_METHODS = choices(
    ("negotiation", "协商", "友好协商"),
    ("mediation", "调解"),
    ("arbitration", "仲裁", "仲裁委员会"),
    ("court", "诉讼", "法院", "人民法院"),
    ("other", "其他"),
)
SIGNING_MODES = choices(
    ("independent", "实施机构独立签订", "独立签订", "单独签订"),
    ("joint", "会同业务主管部门签订", "会同签订", "联合签订", "三方签订"),
    ("negotiated", "双方协商签订", "协商签订", "自由协商签订"),
    ("other", "其他"),
)
TARGET_BOUNDS = choices(
    ("exact", "等于", "恰为"),
    ("at_least", "不少于", "以上", "至少", "不低于"),
    ("more_than", "超过", "多于", "余"),
    ("at_most", "不超过", "以内", "至多"),
    ("about", "左右", "约", "大约"),
)
RECIPIENT_TYPES = choices(
    ("development_reform", "发展改革部门", "发改部门", "发展改革委", "发改委"),
    ("data_authority", "数据管理部门", "公共数据主管部门", "数据局", "数据主管部门"),
    ("finance", "财政部门", "财政局"),
    ("implementing_body", "实施机构", "授权主体"),
    ("industry_authority", "行业主管部门", "业务主管部门"),
    ("cyberspace", "网信部门", "网信办"),
    ("public_security", "公安机关", "公安部门"),
    ("public", "社会公众", "社会公开"),
    ("other", "其他"),
)
PERMISSION_SOURCES = choices(
    ("co_producer", "第三方共同生产", "共同生产方"),
    ("public_data_authority", "公共数据管理部门授权"),
    ("open_collection", "公开采集"),
    ("purchase", "交易采购"),
    ("regulator", "行政监管同意", "监管部门同意"),
    ("personal", "个人家庭隐私许可", "个人同意"),
    ("trade_secret", "第三方商业秘密", "商业秘密权利人同意"),
    ("contract", "其他协议约束"),
)
CROSS_BORDER_ROUTES = choices(
    ("none", "不出境", "无出境"),
    ("security_assessment", "安全评估", "数据出境安全评估"),
    ("standard_contract", "标准合同", "个人信息出境标准合同"),
    ("certification", "认证", "个人信息保护认证"),
    ("exempt", "豁免情形", "免予申报"),
)
REPORT_PERIODS = choices(
    ("yearly", "每年", "年度", "按年"),
    ("half_yearly", "每半年", "半年度"),
    ("quarterly", "每季度", "季度", "按季度"),
    ("monthly", "每月", "月度"),
    ("on_event", "不定期", "按需"),
)
