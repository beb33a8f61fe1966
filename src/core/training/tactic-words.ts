// How reps name and narrate each tactic. Entries quote customers; reps who ask often tell what happened instead, and
// share no word with the quote. Written without looking at the queries of `eval retrieval`.
import type { Language } from "../model.ts";
import type { Entry } from "./playbook.ts";

/** Words for a search to find an entry's tactic by, beside the entry's own. */
export const tacticWords: Record<Language, Record<Entry["tactic"], string>> = {
  en: {
    price_anchoring:
      "too expensive, too high, pricey, sticker shock, over budget, their number is far below ours, price objection, lowball",
    discount_demand:
      "wants a discount, asks for a better price, haggling, cheaper, knock something off, percent off, squeeze on price, last price",
    budget_freeze:
      "no budget, budget frozen, budget cut, spending freeze, no money this year, wait for next fiscal year, on hold",
    competitor_quote:
      "competitor is cheaper, another vendor, rival offer, comparing quotes, three quotes, cheaper alternative, shopping around",
    payback_demand:
      "roi, payback, business case, return, what does it save, prove the value, worth it, numbers",
    send_me_something:
      "just send info, send an email, send a brochure, send the deck, send pricing, brush-off, put it in writing",
    no_time:
      "no time, too busy, swamped, call me later, not now, bad timing, keeps rescheduling, next quarter",
    silence:
      "gone quiet, went silent, ghosting, ghosted, no reply, no answer, not responding, radio silence, stopped answering, unread, left hanging, no callback",
    authority:
      "not the decision maker, has to ask the boss, needs approval from above, not my call, have to check with, sign-off",
    false_urgency:
      "must be today, offer by friday, urgent deadline, rushing, decide now, last chance, hurry",
    technical_trap:
      "technical question, specs, integration, edge case, can it do, does it support, engineer grills, feature missing, api, tolerance",
    compliance_trap:
      "asks for a guarantee, off the record, side letter, kickback, gift, promise in writing, not allowed to say, regulation, legal question",
    status_quo:
      "happy with what they have, no need, already have a system, works fine, good enough, always done it this way, not a priority",
    switching_cost:
      "switching is painful, migration, retraining, data move, change effort, locked in, staff must learn, downtime",
    risk_aversion:
      "afraid it fails, too risky, what if it goes wrong, new vendor, you are too small, unproven, nobody gets fired, nervous",
    reference_demand:
      "reference, who else uses it, case study, customers like us, proof, talk to a client",
    pilot_demand:
      "free trial, pilot, proof of concept, poc, test it first, try before buying, loan unit, evaluation",
    contract_terms:
      "contract, clause, payment terms, termination, liability, penalty, legal redlines, warranty, sla, indemnity, net 90",
    data_security:
      "data security, privacy, where is data stored, gdpr, cloud, audit, hacked, access, on premise",
    bad_experience:
      "burned before, bad experience, last vendor failed, tried that, did not work, disappointed, broken promise",
    committee:
      "committee, many people decide, board, consensus, buying group, everyone must agree, steering group, tender panel",
    small_talk:
      "small talk, opening, first words, rapport, break the ice, warm up, how to start, chat",
  },
  zh: {
    price_anchoring: "太贵 价格高 嫌贵 超预算 心理价位 砍价 压价 报价吓一跳 差太多",
    discount_demand: "要折扣 打折 便宜点 优惠 让利 降价 最低价 再让几个点 抹零 返点",
    budget_freeze: "没预算 预算冻结 预算砍了 没钱 明年再说 额度用完 暂停采购 控费",
    competitor_quote: "竞品便宜 对手报价 别家 比价 货比三家 三家报价 友商 低价竞争",
    payback_demand: "多久回本 投资回报 划不划算 值不值 省多少钱 算账 收益 效益",
    send_me_something: "发资料 先发份材料 发个邮件 发方案看看 发报价 敷衍 有需要联系你",
    no_time: "没时间 太忙 改天 以后再说 没空 一直改期 下个季度 在开会",
    silence: "不回消息 没回复 已读不回 没动静 失联 冷了 没下文 不接电话 石沉大海 拖着不回 没声音了",
    authority: "做不了主 要请示领导 老板定 上面不批 不归我管 要汇报 没权限",
    false_urgency: "今天必须定 催 马上要 限时 最后期限 急着签 过期不候 逼单",
    technical_trap: "技术问题 参数 接口 对接 能不能做 支不支持 刁难 指标 精度 兼容 工程师追问",
    compliance_trap: "要保证 承诺 私下 回扣 好处 返利 违规 合规 不能说 写进合同 打擦边球",
    status_quo: "现在用得挺好 不需要 已经有了 够用 一直这么做 没必要换 不着急",
    switching_cost: "换系统麻烦 迁移 重新培训 数据搬家 折腾 停机 适应成本 员工不愿学",
    risk_aversion: "怕出问题 风险大 担责任 没把握 万一 公司太小 没听过你们 不敢用",
    reference_demand: "有没有案例 谁在用 同行 标杆 参观 客户名单 证明",
    pilot_demand: "免费试用 试点 先试试 试运行 样机 白用 概念验证",
    contract_terms: "合同条款 付款方式 账期 违约金 质保 责任 法务 尾款 验收 解约",
    data_security: "数据安全 隐私 存在哪 上云 泄露 等保 本地部署 权限 审计",
    bad_experience: "吃过亏 上次被坑 以前用过不好 失望 不靠谱 前一家 售后差",
    committee: "开会讨论 领导班子 集体决策 评审会 好几个部门 大家都同意 专家 招标",
    small_talk: "寒暄 开场 破冰 闲聊 拉近关系 怎么开口 第一次见面 暖场",
  },
};
