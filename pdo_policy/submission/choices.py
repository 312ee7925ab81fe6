"""Tables of the values that choices may take, shared by the models of the three kinds."""

from pdo_policy.submission.field import choices

PLAN_STATUS = choices(
    ("drafting", "起草中", "草案", "草稿"),
    ("consultation", "征求意见", "征求意见稿", "公开征求意见"),
    ("deliberated", "审议稿", "送审稿", "审议中"),
    ("adopted", "已审定", "审议通过", "已批准"),
    ("issued", "已印发", "印发", "已发布"),
)
AGREEMENT_STATUS = choices(
    ("template", "范本", "协议范本", "示范文本", "模板"),
    ("drafting", "起草中", "草案", "草稿"),
    ("negotiating", "磋商中", "谈判中", "协商中"),
    ("signed", "已签订", "已签署", "已生效"),
    ("terminated", "已终止", "已解除", "已期满"),
)
REPORT_STATUS = choices(
    ("drafting", "起草中", "草案", "草稿"),
    ("submitted", "已报送", "已提交"),
    ("published", "已公开", "已披露", "已公布"),
)
PLAN_FORM = choices(
    ("itemised", "分项方案", "分项式", "逐项方案"),
    ("goals_and_tasks_notice", "目标任务式通知", "目标任务式", "通知式"),
    ("with_annexes", "正文加附件", "正文附清单", "附件式"),
)
AGREEMENT_TYPE = choices(
    ("unified", "统一授权", "统一授权协议", "授权运营协议", "整体授权协议"),
    ("franchise", "特许开发", "特许开发协议", "个别授权协议"),
    ("development", "开发利用", "开发利用协议", "开发利用服务协议", "开发商协议", "数据产品开发协议"),
)
AUTHORIZATION_MODES = choices(
    ("overall", "整体授权", "综合授权", "整体授权运营"),
    ("sector", "分领域授权", "分领域授权运营", "分行业授权", "专区"),
    ("scenario", "依场景授权", "按场景授权", "按场景", "分场景授权"),
    ("unified", "统一授权"),
    ("franchise", "特许开发"),
    ("individual", "个别授权"),
    ("other", "其他"),
)
LEVELS = choices(
    ("province", "省级", "省"),
    ("prefecture", "市级", "市州级", "设区的市级", "地市级", "市州"),
    ("county", "县级", "县区级", "区级", "县"),
    ("department", "部门", "行业部门", "主管部门", "省直部门"),
    ("national", "国家级", "国家部委", "中央单位"),
)
DRAFTER_ROLES = choices(
    ("public_data_authority", "公共数据主管部门", "数据管理部门", "数据主管部门", "管理机构", "市政数局", "大数据局"),
    ("data_provider", "数据提供单位", "供数单位", "数源机构", "公共管理和服务机构"),
    ("implementing_body", "实施机构", "授权主体", "实施单位"),
    ("other", "其他"),
)
ROLES = choices(
    ("implementing_body", "实施机构", "授权主体", "实施单位", "授权方"),
    ("public_data_authority", "公共数据主管部门", "数据管理部门", "数据主管部门", "监督管理部门"),
    ("business_authority", "业务主管部门", "行业主管部门"),
    ("data_provider", "数据提供单位", "供数单位", "数源机构", "公共管理和服务机构"),
    ("operator", "授权运营主体", "运营机构", "运营主体", "授权运营单位", "被授权方"),
    ("franchise_developer", "特许开发主体", "特许开发商"),
    ("product_developer", "数据产品开发商", "产品开发商", "再开发主体", "数据商", "开发主体", "其他经营主体"),
    ("government", "政府财政", "财政", "政府"),
    ("other", "其他"),
)
HOLDER_TYPES = choices(
    ("government", "地方人民政府", "县级以上地方政府", "人民政府"),
    ("ministry", "国家行业主管部门", "国务院部门"),
    ("department", "政府部门", "行政机关", "省直部门"),
    ("public_institution", "事业单位"),
    ("party_organ", "党群机关", "党委机关", "群团组织"),
    ("public_utility", "公用企业", "公共企业", "水电气热企业"),
    ("other", "其他"),
)
LEGAL_PERSON_TYPES = choices(
    ("enterprise", "企业法人", "公司", "有限责任公司", "股份有限公司"),
    ("institution", "事业单位法人", "事业单位"),
    ("organ", "机关法人", "党政机关"),
    ("social", "社会组织法人", "社会团体法人", "民办非企业单位"),
    ("other_legal", "其他法人"),
    ("unincorporated", "非法人组织", "合伙企业", "联合体", "分公司"),
    ("natural_person", "自然人", "个人"),
)
DECISION_MECHANISMS = choices(
    ("three_major_one_large", "三重一大", "三重一大决策机制", "三重一大集体决策"),
    ("executive_meeting", "政府常务会议", "常务会议", "市政府常务会议", "省政府常务会议"),
    ("ministry_meeting", "部委局务会", "部（委、局）务会", "部务会", "委务会", "局务会", "办公会"),
    ("other", "其他"),
)
DECIDING_BODIES = choices(
    ("peoples_government", "人民政府", "同级人民政府", "本级人民政府"),
    ("ministry_council", "部委局务会", "部（委、局）务会", "部务会", "委务会", "局务会"),
    ("party_group", "党组", "党委", "党组会"),
    ("board", "董事会", "办公会", "领导班子会议"),
    ("other", "其他"),
)
DECISION_RESULTS = choices(
    ("passed", "通过", "审议通过", "同意"),
    ("passed_with_changes", "原则通过", "原则同意", "修改后通过"),
    ("rejected", "未通过", "不同意", "否决"),
    ("pending", "待审议", "尚未审议", "审议中"),
)
FILING_STATUS = choices(
    ("filed", "已备案", "备案完成"),
    ("submitted", "已报送", "待省级确认", "审核中"),
    ("returned", "已退回", "省级退回", "退回修改"),
    ("not_filed", "未备案", "尚未备案"),
)
SELECTION_METHODS = choices(
    ("public_tender", "公开招标"),
    ("invited_tender", "邀请招标"),
    ("negotiation", "谈判", "竞争性谈判"),
    ("competitive_consultation", "竞争性磋商", "磋商"),
    ("public_solicitation", "公开征集", "公开遴选", "遴选", "比选", "公开比选"),
    ("direct", "直接指定", "指定", "直接委托", "单一来源"),
    ("other", "其他"),
)
CONDITION_TOPICS = choices(
    ("funding", "资金", "资金能力"),
    ("management", "管理", "管理能力"),
    ("technology", "技术", "技术能力"),
    ("service", "服务", "服务能力"),
    ("security", "安全", "安全能力", "数据安全能力"),
    ("credit", "信用", "信用状况", "经营和信用状况"),
    ("other", "其他"),
)
PURPOSE_CLASSES = choices(
    (
        "public",
        "公共治理、公益事业",
        "公共治理公益事业",
        "公共治理和公益事业",
        "公共治理",
        "公益事业",
        "公益",
        "公益类",
    ),
    ("industry", "产业、行业发展", "产业行业发展", "产业发展、行业发展", "产业发展", "行业发展", "产业类", "商用"),
)
PRODUCT_FORMS = choices(
    ("api", "接口", "API产品", "数据接口", "查询接口"),
    ("verification", "核验", "核验服务", "数据核验"),
    ("model", "模型", "算法模型", "数据模型"),
    ("dataset", "数据集", "脱敏数据集", "样本数据集"),
    ("report", "报告", "数据报告", "分析报告", "研究报告"),
    ("tool", "应用工具", "软件", "应用系统", "平台应用"),
    ("service", "数据服务", "咨询服务", "分析服务"),
    ("raw_data", "原始数据", "原始公共数据", "原始数据集"),
    ("other", "其他"),
)
DELIVERY_METHODS = choices(
    ("api", "API传输", "接口调用", "接口", "在线调用"),
    ("file", "文件传输", "文件", "离线文件"),
    ("stream", "数据流传输", "数据流", "实时流"),
    ("in_platform", "平台内使用", "平台内交付", "域内使用", "可用不可见"),
    ("other", "其他"),
)
DATA_LEVELS = choices(
    ("general", "一般数据", "一般"),
    ("important", "重要数据", "重要"),
    ("core", "核心数据", "核心"),
)
SOURCE_TYPES = choices(
    ("own", "本单位产生", "本单位履职产生", "自有"),
    ("shared", "政务共享取得", "政务数据共享", "共享取得", "共享"),
    ("collected", "采集", "依法采集", "自行采集"),
    ("purchased", "采购取得", "采购", "购买"),
    ("returned", "上级回流", "数据回流", "国家和省级回流"),
    ("social", "社会数据", "社会数据引入"),
    ("other", "其他"),
)
RAW_DATA_FORMS = choices(
    ("raw", "原始数据", "未加工数据", "原始公共数据"),
    ("desensitised", "脱敏数据", "脱敏后数据", "去标识化数据"),
    ("anonymised", "匿名化数据"),
    ("aggregated", "汇总数据", "统计数据", "聚合数据"),
    ("modelled", "加工结果", "模型结果", "计算结果"),
    ("other", "其他"),
)
DATA_RIGHTS = choices(
    ("hold", "持有权", "数据资源持有权"),
    ("use", "使用权", "数据加工使用权", "加工使用权"),
    ("operate", "经营权", "数据产品经营权", "产品经营权"),
)
AFFILIATE_RELATIONS = choices(
    ("same", "同一主体", "本单位", "分支机构"),
    ("controls", "控股股东或实际控制人", "母公司", "控股股东", "实际控制人"),
    ("controlled", "控股子公司", "子公司", "被控制企业"),
    ("common_control", "同一控制人", "受同一主体控制", "兄弟公司"),
    ("shareholding", "参股", "持股", "参股企业"),
    ("personnel", "人员交叉任职", "交叉任职"),
    ("other", "其他"),
)
