// What must not be said in any sale, for a playbook that has no wording of the kind: two examples each, and what may be said instead.
import type { Language } from "../../model.ts";
import type { Compliance } from "../playbook.ts";

/** Rules for every trade, by language; a playbook's own rule of the same kind comes first. */
export const generalRules: Record<Language, readonly Compliance[]> = {
  en: [
    {
      id: "general-guarantee",
      never: ["You can't lose money on this.", "It never breaks, whatever happens."],
      instead:
        "What was measured or earned, when and under which conditions, and what can go wrong.",
      source: "Directive 2006/114/EC, Article 3 (misleading advertising)",
    },
    {
      id: "general-forecast",
      never: ["The dollar will definitely fall by December.", "Rates will surely come down."],
      instead: "A table of outcomes in both directions; nobody knows which one comes.",
      source: "Directive 2006/114/EC, Article 3 (misleading advertising)",
    },
    {
      id: "general-hidden-cost",
      never: ["You needn't mention the fee to them.", "Leave the charge out of the offer."],
      instead:
        "Name every cost before the order, with when it falls due and where the contract says so.",
      source:
        "Directive 2005/29/EC, Article 7 (misleading omissions); company policy for business customers",
    },
    {
      id: "general-false-hurry",
      never: [
        "Sign first and read it later.",
        "If you don't sign tonight the offer is gone and your boss will hear.",
      ],
      instead:
        "Say until when an offer holds and why, and ask what they still need in order to decide.",
      source:
        "Directive 2005/29/EC, Annex I No 7 (false limited time); company policy for business customers",
    },
    {
      id: "general-personal-favour",
      never: ["There's something in it for you personally.", "Nobody has to know."],
      instead: "Discounts go to the organisation, on the invoice; nothing goes to a person.",
      source: "UK Bribery Act 2010, sections 1 and 2; US FCPA, 15 U.S.C. 78dd-1",
    },
    {
      id: "general-rival",
      never: ["Their machines are junk.", "They'll be bankrupt in a year."],
      instead: "Compare what can be checked, line by line, and leave the judgement to them.",
      source: "Directive 2006/114/EC, Article 4(d) (no discrediting of a competitor)",
    },
    {
      id: "general-outside-approval",
      never: ["Use it outside the label, it's fine.", "Bridge the door switch."],
      instead:
        "Say what it is approved and built for, that you can't advise anything else, and who can answer in writing.",
      source: "Regulation (EU) 2017/745, Article 7(d); Directive 2006/42/EC, Annex I, 1.1.2",
    },
    {
      id: "general-records",
      never: ["We can backdate that.", "Nobody will check the papers."],
      instead: "Records carry their real date; what is entered later is marked so.",
      source: "ISO 9001:2015, 7.5.3 (control of documented information); company policy",
    },
    {
      id: "general-personal-data",
      never: ["Just send me the list with the customers' names."],
      instead: "Counts and anonymised examples are enough; anything else needs a written basis.",
      source: "Regulation (EU) 2016/679 (GDPR), Articles 5 and 6",
    },
  ],
  zh: [
    {
      id: "general-guarantee",
      never: ["亏了算我的。", "一次都不会坏。"],
      instead: "讲什么条件下测得、什么时候的数、最坏会怎样，以合同和验收为准。",
      source: "《广告法》第四条：广告不得含有虚假或者引人误解的内容，不得欺骗、误导消费者",
    },
    {
      id: "general-forecast",
      never: ["美元年底肯定跌。", "下个月一定降息。"],
      instead: "涨、跌、不动三种情况都列出来，往哪儿走没人知道。",
      source: "《广告法》第四条：广告不得含有虚假或者引人误解的内容，不得欺骗、误导消费者",
    },
    {
      id: "general-hidden-cost",
      never: ["这笔费用先别跟他们提。", "另收费的事签了再说。"],
      instead: "每一笔费用签字之前讲清楚：多少、什么时候收、写在合同哪一条。",
      source: "《明码标价和禁止价格欺诈规定》；公司制度",
    },
    {
      id: "general-false-hurry",
      never: ["您先签了，条款回头再看。", "今晚不签名额就给别人了。"],
      instead: "报价有效到哪天、为什么，如实说；再问客户定下来还缺什么。",
      source: "《消费者权益保护法》第八条、第二十条（知情与真实信息）；对企业客户依公司制度",
    },
    {
      id: "general-personal-favour",
      never: ["单独给您一份辛苦费。", "返点直接打到您个人卡上。"],
      instead: "优惠只给单位，写进合同和发票；个人的好处一概不谈。",
      source: "《反不正当竞争法》关于商业贿赂的规定；《刑法》第一百六十四条",
    },
    {
      id: "general-rival",
      never: ["他们家快倒闭了。", "那家的东西就是垃圾。"],
      instead: "只比能核对的条目，逐项列，好坏由客户自己判断。",
      source: "《反不正当竞争法》关于商业诋毁的规定",
    },
    {
      id: "general-outside-approval",
      never: ["说明书没写也能用。", "证后补，您先用着。", "门开关短接一下就行。"],
      instead: "批准和设计的用途照实说，超出的不介绍，给一个书面答复的渠道。",
      source: "《医疗器械监督管理条例》（按说明书使用）；《安全生产法》（安全设施不得拆除、停用）",
    },
    {
      id: "general-records",
      never: ["日期往前写就行，没人查得出来。", "这事别声张，没人查。"],
      instead: "记录写真实的日期，后补的标明后补；手续齐了再办。",
      source: "《质量管理体系 要求》GB/T 19001 第7.5.3条（成文信息的控制）；公司制度",
    },
    {
      id: "general-personal-data",
      never: ["把客户名单连电话发我一份。"],
      instead: "给例数和脱敏后的样例就够；要明细，先有书面依据。",
      source: "《个人信息保护法》第十三条（处理个人信息的依据）",
    },
  ],
};
