// What columns are called, by kind and field: lower case, letters and digits only (headers.ts). Data.
import type { ImportField } from "../../../core/importing/fields.ts";
import type { ImportKind } from "../../../core/importing/model.ts";

export type Synonyms = Partial<Record<ImportField, string>>;

const owner =
  "owner ownername ownerfullname owneremail salesagent salesrep salesperson salesrepresentative salesowner agent rep assignedto assignee accountexecutive accountowner leadowner dealowner opportunityowner contactowner recordowner responsible handledby 负责人 销售负责人 跟进人 销售 销售人员 业务员 所属销售 归属人 所有人 客户负责人 线索负责人 商机负责人 负责销售 销售代表";
const createdAt =
  "created createdat createdate createddate creationdate datecreated createdon createdtime createtime dateadded addedon leaddate leadcreated firstcontactdate entrydate submittedat submitted registered registeredat 创建时间 创建日期 录入时间 录入日期 建档时间 提交时间 登记时间 新增时间";
const email =
  "email emailaddress mail primaryemail workemail businessemail emailid 邮箱 电子邮箱 电子邮件 邮件 邮箱地址 联系邮箱 email地址";
const phone =
  "phone phonenumber mobile mobilephone mobilenumber cell cellphone telephone tel contactnumber contactno phoneno mobileno workphone 手机 手机号 手机号码 电话 电话号码 联系电话 联系方式 移动电话 联系手机 座机";
const firstName = "firstname givenname forename 名";
const lastName = "lastname surname familyname 姓 姓氏";
const company =
  "account accountname company companyname customer customername client clientname organization organisation organizationname organisationname business businessname employer firm 公司 公司名称 客户 客户名称 企业 企业名称 单位 单位名称 所属公司 所属客户 客户公司 公司全称 关联客户";
const companyId =
  "accountid companyid customerid clientid organizationid orgid 客户编号 公司编号 客户id 客户编码";
const product =
  "product productname productinterest interestedproduct productofinterest item service plan 产品 产品名称 意向产品 商品 感兴趣产品 咨询产品 关联产品";
const productId = "productid productcode sku 产品编号 产品id 产品编码";
const currency = "currency currencycode currencyisocode 币种 货币 币别";
const industry =
  "industry sector vertical industrytype lineofbusiness 行业 所属行业 行业分类 客户行业 行业类型";
const website =
  "website domain url web companywebsite companydomain websiteurl homepage 网站 官网 网址 公司网址 域名";
const employees =
  "employees employeecount numberofemployees noofemployees numemployees companysize headcount staff size 员工数 员工人数 人数 公司规模 人员规模 企业规模";
const country =
  "country countryname officelocation hqcountry headquarters nation 国家 国家地区 所在国家 国别";
const territory =
  "territory region area location city state province district market zone 区域 地区 大区 城市 省份 所在地 所在城市 所属区域 省市 地域";
const source =
  "leadsource source channel origin leadorigin originalsource howdidyouhear utmsource acquisitionchannel 来源 线索来源 渠道 客户来源 来源渠道 获客渠道 推广渠道";
const language = "language preferredlanguage locale 语言 首选语言 沟通语言";
const need =
  "need needs requirement requirements notes note comment comments message description remark remarks inquiry enquiry details interest 需求 需求描述 备注 说明 客户需求 留言 咨询内容 描述 需求说明";
const budget = "budget budgetamount estimatedbudget budgetrange 预算 预算金额 预计预算 客户预算";
const budgetStatus = "budgetstatus budgetconfirmed 预算状态 预算情况";
const jobTitle = "title jobtitle position role designation job occupation 职务 职位 头衔 岗位 职称";
const fullName =
  "name fullname contactname contact contactperson person 姓名 联系人 联系人姓名 全名 客户姓名";

export const synonyms: Record<ImportKind, Synonyms> = {
  accounts: {
    id: `id accountcode externalid recordid uniqueid ${companyId} 编号`,
    name: `name ${company} title 名称 全称`,
    domain: `${website} emaildomain`,
    industry,
    segment:
      "segment type customertype accounttype tier class category customersegment 客户类型 客户级别 客户等级 类型 级别 客户分类",
    employees,
    revenue:
      "revenue annualrevenue yearlyrevenue turnover sales annualsales arr 营收 年营收 营业额 年营业额 年收入 年销售额",
    currency,
    country,
    territory,
    foundedYear:
      "founded foundedyear yearfounded yearestablished established foundingyear 成立年份 成立时间 成立年 创立年份",
    creditCode: "creditcode unifiedsocialcreditcode uscc 统一社会信用代码 信用代码 社会信用代码",
    vatId: "vat vatid vatnumber taxid taxnumber ein 税号 纳税人识别号",
    parent:
      "parent parentaccount parentcompany parentname subsidiaryof parentorganization 母公司 上级公司 上级客户 集团 所属集团",
    owner,
    createdAt,
  },
  contacts: {
    id: "id contactid recordid externalid uniqueid uuid recid personid 编号 联系人编号 联系人id",
    name: fullName,
    firstName,
    lastName,
    title: jobTitle,
    email,
    phone,
    account: `${company} ${companyId}`,
    language,
    createdAt,
  },
  people: {
    id: "id personid employeeid employeeno staffid userid agentid repid externalid 编号 工号 员工编号 员工id",
    name: "name fullname employee employeename salesagent agent agentname rep repname salesrep salesrepname salesperson salespersonname user username staffname 姓名 员工姓名 销售姓名 销售 业务员 成员",
    firstName,
    lastName,
    email,
    phone,
    role: "role jobrole position userrole usertype 角色 职务 职位 岗位",
    team: "team teamname regionaloffice office department group salesteam squad division branch 团队 部门 小组 所属团队 所属部门 销售团队 分公司 办事处",
    manager:
      "manager managername supervisor reportsto lead teamlead boss salesmanager managedby 上级 主管 经理 直属上级 汇报对象 直属领导 团队负责人",
    timeZone: "timezone tz 时区",
    language: "language preferredlanguage uilanguage locale 语言 界面语言",
    territories:
      "territory territories region regions area areas market markets 区域 负责区域 地区 大区 销售区域",
    languages: "languages spokenlanguages languagesspoken 可用语言 掌握语言 语言能力",
    licences:
      "licence licences license licenses certification certifications qualification 资质 执照 证书 从业资格",
    industries:
      "industry industries verticals speciality specialities specialty specialties sectors 行业 擅长行业 负责行业",
    capacity:
      "capacity maxleads leadcapacity quotaofleads maxopenleads 承接上限 容量 最大线索数 线索上限",
    hiredAt:
      "hired hiredate hiredat datehired startdate joindate joined joiningdate onboarded 入职日期 入职时间 入职",
    active: "active isactive status employed enabled 在职 状态 是否在职 启用",
    createdAt,
  },
  products: {
    id: `id externalid recordid uniqueid itemid itemcode ${productId} 编号`,
    name: "name product productname item itemname title description 名称 产品 产品名称 商品 商品名称 品名",
    series:
      "series family productfamily line productline category type range 系列 产品系列 产品线 类别 分类",
    price:
      "price salesprice listprice unitprice retailprice cost amount msrp 价格 单价 售价 标价 销售价 零售价",
    currency,
    createdAt,
  },
  leads: {
    id: "id leadid leadno leadnumber recordid externalid prospectid uniqueid uuid leadcode mqlid 编号 线索编号 线索id",
    title: "leadtitle subject topic leadname 线索名称 线索标题 主题 标题",
    name: `${fullName} leadname prospect prospectname customercontact`,
    firstName,
    lastName,
    email,
    phone,
    jobTitle,
    account: `${company} ${companyId}`,
    contact: "contactid 联系人编号 联系人id",
    industry,
    domain: website,
    employees,
    country,
    product: `${product} ${productId}`,
    source,
    status:
      "status leadstatus stage leadstage state disposition 状态 线索状态 跟进状态 线索阶段 处理状态 阶段",
    outcome:
      "outcome leadoutcome converted isconverted conversion won iswon result 是否转化 是否成交 转化结果 结果",
    language,
    territory,
    need,
    budget: `${budget} value leadvalue dealvalue amount estimatedvalue expectedrevenue 金额 预计金额`,
    currency,
    budgetStatus,
    owner,
    selfSourced: "selfsourced selfgenerated ownlead 自拓 自带线索 是否自拓",
    createdAt: `${createdAt} date leadtime timestamp 日期 时间 线索时间`,
    closedAt:
      "closed closedat closeddate closedate converteddate conversiondate dateclosed 关闭时间 转化时间 成交时间",
  },
  deals: {
    id: "id dealid opportunityid uniqueid oppid opportunityno opportunitynumber recordid externalid dealno dealnumber 编号 商机编号 商机id 订单编号 项目编号",
    name: "name dealname opportunityname opportunity deal dealtitle subject title project projectname 名称 商机名称 商机 项目名称 商机标题 机会名称",
    account: `${company} ${companyId}`,
    lead: "leadid mqlid 线索编号 线索id",
    product: `${product} ${productId}`,
    owner,
    stage:
      "stage dealstage salesstage opportunitystage pipelinestage stagename phase 阶段 销售阶段 商机阶段 当前阶段 项目阶段",
    status:
      "status dealstatus opportunitystatus result outcome state iswon wonlost 状态 商机状态 结果 赢单状态 成交状态",
    amount:
      "amount value dealvalue dealamount closevalue dealsize opportunityamount opportunityvalue price revenue totalvalue contractvalue tcv acv expectedrevenue estimatedvalue total 金额 商机金额 预计金额 合同金额 成交金额 预计成交金额 销售金额 总金额 预计销售金额",
    currency,
    budgetStatus,
    nextStep: "nextstep nextsteps nextaction followup 下一步 下一步计划 后续计划 下步动作 跟进计划",
    nextStepDate:
      "nextstepdate nextactivitydate followupdate nextfollowup nextcontactdate nextactiondate 下次跟进时间 下一步日期 下次联系时间 下次跟进日期",
    decisionMaker: "decisionmaker keydecisionmaker economicbuyer 决策人 关键决策人 决策者 拍板人",
    competitor: "competitor competitors maincompetitor competition 竞争对手 竞品 主要竞争对手",
    lossReason:
      "lossreason lostreason reasonlost closedlostreason reasonforloss 丢单原因 输单原因 失败原因",
    openedAt:
      "opened openedat opendate startdate engagedate engagementdate dateopened begindate 开始时间 开始日期 立项时间 启动时间",
    closeDate:
      "closedate closingdate expectedclose expectedclosedate estimatedclosedate estclosedate targetclosedate forecastdate 预计成交日期 预计成交时间 预计签约时间 预计签单日期 预计结单日期 预计关闭时间",
    closedAt:
      "closed closedat dateclosed closeddate wondate actualclosedate signeddate 成交日期 成交时间 签约日期 关闭时间 结束时间 关单时间 签单日期",
    createdAt,
  },
  touches: {
    id: "id eventid messageid touchid uuid recordid 编号 事件编号 事件id",
    type: "type event eventname eventtype action activity activitytype touch interaction conceptname 事件 事件类型 行为 行为类型 动作 事件名称",
    at: "at timestamp time date datetime eventtime eventdate occurredat occurred happenedat originaltimestamp timetimestamp createdat created ts 时间 发生时间 事件时间 日期 行为时间",
    receivedAt: "receivedat received ingestedat loadedat 到达时间 接收时间",
    contact: `contact contactid email userid user customerid customer leadid recipient caseconceptname caseid ${phone} 联系人 联系人编号 客户编号 邮箱 手机号 用户id`,
    anonymousId:
      "anonymousid visitorid visitor sessionid cookie cookieid deviceid clientid 访客 访客编号 匿名id 设备id",
    account: "account accountid company companyname organization 公司 客户 公司名称",
    source: "source channel platform origin system 来源 渠道 系统",
    props: "props properties payload attributes metadata data 属性 参数",
  },
};
