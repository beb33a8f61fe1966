// The words a question may consist of. What is left over was not understood, and then nothing is answered in its place.

const english = new Set(
  `a an the and or of in on at by per for from to with our my me us we i you your they their is are was were be been
  has have had do does did done will would can could what which who whose when where how why many much long quickly fast
  soon there it this that these those show tell give list see find get got number count total rate rates amount value
  size share average mean typical median usual usually normally right now currently still so far please ask data each
  every across between split broken down up into break all any over time monthly weekly quarterly
  deal deals won win wins winning lost lose loses loss losing close closes closed closing open opened opening opens sign
  signed signing create created creates new sales sale cycle cycles length days day hours hour take takes took need
  needs needed revenue turnover bookings pipeline sold sell
  lead leads accept accepts accepted accepting acceptance received receive receives came come comes bring brought brings
  arrive arrived inbound first contact contacts contacted reach call calls called phone email emails e-mail e-mails mail
  message messages meeting meetings visit visits held sent send sends made make makes touch touches touchpoint touchpoints
  next action actions step steps overdue late completed complete completion finished finish updates update confirmed
  confirm stage stages stuck health quality good clean contract practice practise session sessions run runs shared
  rep reps person people persons salesperson salespeople seller sellers owner owners colleague colleagues member members
  team teams segment segments customer customers company companies account accounts sizes industry industries vertical
  verticals sector sectors source sources channel channels product products country countries region regions territory
  territories reason reasons competitor competitors rival rivals kind kinds type types month months week weeks quarter
  quarters most best highest largest biggest top longest slowest fewest least lowest worst smallest shortest fastest one
  two three four five six seven eight nine ten more compared against hit closing order turnover past about same only just but
  her his its he she money everyone everybody behind percentage any ticket ranked ranking rank sells`
    .split(/\s+/)
    .filter(Boolean),
);

const chinese = [
  ..."我们的 我的 我 我们 你 您 请 请问 问 一下 帮我 看 看看 查 查看 统计 显示 告诉 数据 是 有 在 了 的 吗 呢 吧 啊 和 与 及 到 从 对 给 里 中 内 上 被 把 都 还 才 就 要 用 需要 能 会".split(
    " ",
  ),
  ..."多少 几 几个 几单 几条 几次 怎么样 怎样 如何 什么 为什么 为何 哪 哪个 哪些 哪位 谁 多久 多快 多长 多长时间 多少天 时间 时长 一般 通常 平均 大概 总共 一共 总 目前 现在 当前 至今 情况 分布 比例 占比 对比 相比 比较 变化 趋势".split(
    " ",
  ),
  ..."个 条 单 次 封 天 位 名 份 笔 家 数 数量 量 率 额 金额 值 按 照 按照 分 各 各个 每 每个 每人 每位 不同 每一 不同的 排名 排行 前 最 多 少 高 低 好 差 大 小 长 短 快 慢 最好 更 比".split(
    " ",
  ),
  ..."商机 单子 项目 客户 客单价 单价 赢单 赢单率 赢率 赢 赢了 多赢 成交率 胜率 成交 成交额 成交金额 签约 签单 签 立项 丢单 输单 丢 输 输给 原因 业绩 销售额 周期 成交周期 销售周期 在跟 进行中 未结 管道 新增 新建 新开 开 新".split(
    " ",
  ),
  ..."线索 接受 接受率 接单 接单率 收到 来 带来 首次 联系 跟进 接触 电话 打 邮件 发 打开 拜访 会议 微信 消息 触点 互动 下一步 行动 动作 逾期 完成 完成率 更新 确认 阶段 停留 卡 质量 健康 健康度 达标 达标率 合格 合约 达成率 已 那 那么 换成 改成 再 只看 大家 手上 手里 手头 钱 卖 卖得 快不快 干净 可靠 准不准 中标率 签单率 签单金额 成单 合同额 合同金额 演练 陪练 分享".split(
    " ",
  ),
  ..."销售 人 成员 同事 员工 负责人 团队 小组 部门 规模 行业 来源 渠道 产品 国家 区域 地区 大区 竞争对手 对手 竞品 类型 种类 月 月份 周 季度 季".split(
    " ",
  ),
].sort((a, b) => b.length - a.length);

const chinesePattern = new RegExp(chinese.join("|"), "gu");
const mark = /‖/g;

/** Words of a folded question that mean nothing here; `‖` stands for what was understood already. */
export function leftOver(words: string): string[] {
  const latin = (words.match(/[a-z\d][a-z\d'&.-]*/g) ?? [])
    .map((word) => word.replace(/'s$|[.'-]+$/g, ""))
    .filter((word) => word !== "" && !english.has(word) && !/^\d{1,2}$/.test(word));
  const rest = words
    .replace(/[a-z\d][a-z\d'&.-]*/g, " ")
    .replace(mark, " ")
    .replace(chinesePattern, " ");
  const han = rest.match(/\p{Script=Han}+/gu) ?? [];
  const odd = rest.match(/[;<>=*%$#@\\{}[\]|]+/g) ?? [];
  return [...latin, ...han.filter((word) => !/^[一二三四五六七八九十两]$/.test(word)), ...odd];
}
