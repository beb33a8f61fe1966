// Misspellings seen in hurried updates, and the words worth putting right; traditional characters by their simplified ones.

/** Words that decide something and are long enough for one slip to be told from another word. */
export const wordsToCorrect: ReadonlySet<string> = new Set(
  `proposal proposals contract contracts meeting tomorrow wednesday thursday tuesday monday friday
   saturday negotiation negotiations budget budgets approved approve approval approves confirmed
   competitor competing signed procurement decision decides pricing follow followup purchase legal
   february january september october november december brochure qualified frozen customer
   interested impressed frustrated excited disappointed expensive schedule scheduled materials
   demonstration yesterday quarter contracted decided decide signing received closing sending
   confirm contact contacts customers interest approving approver approvers follows following friend`.split(
    /\s+/,
  ),
);

/** Shorter slips and the shorthand of chats. */
export const latinTypos: ReadonlyMap<string, string> = new Map(
  Object.entries({
    qoute: "quote",
    quoet: "quote",
    qoutes: "quotes",
    quotaion: "quotation",
    snet: "sent",
    setn: "sent",
    tmrw: "tomorrow",
    tmr: "tomorrow",
    tmw: "tomorrow",
    tomoz: "tomorrow",
    tommorow: "tomorrow",
    tommorrow: "tomorrow",
    tomorow: "tomorrow",
    wensday: "wednesday",
    wendsday: "wednesday",
    thusday: "thursday",
    thrusday: "thursday",
    tusday: "tuesday",
    teusday: "tuesday",
    firday: "friday",
    frday: "friday",
    monady: "monday",
    folow: "follow",
    mtg: "meeting",
    mtng: "meeting",
    signd: "signed",
    singed: "signed",
    sigend: "signed",
    budgt: "budget",
    bugdet: "budget",
    prcie: "price",
    prposal: "proposal",
    competitior: "competitor",
    legla: "legal",
    decsion: "decision",
    negociation: "negotiation",
    aproved: "approved",
    aprroved: "approved",
    pls: "please",
    nxt: "next",
    wk: "week",
    dm: "decision maker",
    doesnt: "doesn't",
    dont: "don't",
    didnt: "didn't",
    isnt: "isn't",
    wasnt: "wasn't",
    hasnt: "hasn't",
    havent: "haven't",
    wouldnt: "wouldn't",
    couldnt: "couldn't",
    cant: "can't",
    wont: "won't",
  }),
);

/** Slips of a Chinese input method, right and wrong of one length. */
export const hanTypos: readonly (readonly [string, string])[] = [
  ["以发", "已发"],
  ["以签", "已签"],
  ["以经", "已经"],
  ["己经", "已经"],
  ["己发", "已发"],
  ["己签", "已签"],
  ["报介", "报价"],
  ["抱价", "报价"],
  ["竟品", "竞品"],
  ["竟争", "竞争"],
  ["拍版", "拍板"],
  ["拍扳", "拍板"],
  ["合通", "合同"],
  ["和同", "合同"],
  ["予算", "预算"],
  ["浴算", "预算"],
  ["预祘", "预算"],
  ["签和同", "签合同"],
  ["丢但", "丢单"],
  ["演是", "演示"],
  ["根进", "跟进"],
  ["跟近", "跟进"],
  ["季未", "季末"],
  ["月未", "月底"],
  ["审比", "审批"],
  ["法物", "法务"],
  ["冻洁", "冻结"],
  ["盖张", "盖章"],
];

const traditional =
  "報價錢簽約單經發預過專總確認雙審務採購產項萬億兩個會議電話聯繫訪問資實現場競爭對輸選擇貴決號週後點給覆復請討論談備還沒這邊銀華醫藥風險滿興氣開關結條標書計劃讓動圖節慶陽師長處蓋據聽說應該種員東訂導視準來見範圍進數傳轉體陳張劉黃吳趙孫馬鄭謝許韓馮鄧葉鍾蘇賈鄒陸羅呂盧楊蔣蕭魯譚鮑韋齊龔嚴湯溫紀賴龐恆門間時貨庫廠機車業級無紹紙郵網寫幫為與從們幾顧頁賣買費賬貼貸質輪載運達遲遠鋼鐵錯鏈閉隊難雲頂題額願飛飯館驗細紅線組織練終熱愛歡優勝敗營銷腦設試樣戶權層區際團軍農漁學習療檢測儀盤評絡歲內參觀環幣協製衛飲櫃潔濟監礙穩築糧純緊縮績續聲臨艙補裝裡親觸訓託詢詳誠誤證識譯負財責貿賓賠贊趨軟輕連適釋針銅鎖鏡階隨雜靜響頻顯齒齡廣徵徹歷歸減滅牆獎當畢異盡稱簡糾納緣繪罰聖職腳膚臺舊藍藝蘋衝複規診詞誌誘語諮變贏趕跡軌輔轟辦遞遷鄉鈴鋪錄鍵鎮鑑閒閱陰陣隱雖頒類顏養餘駐鬆鮮鹽";
const simple =
  "报价钱签约单经发预过专总确认双审务采购产项万亿两个会议电话联系访问资实现场竞争对输选择贵决号周后点给复复请讨论谈备还没这边银华医药风险满兴气开关结条标书计划让动图节庆阳师长处盖据听说应该种员东订导视准来见范围进数传转体陈张刘黄吴赵孙马郑谢许韩冯邓叶钟苏贾邹陆罗吕卢杨蒋萧鲁谭鲍韦齐龚严汤温纪赖庞恒门间时货库厂机车业级无绍纸邮网写帮为与从们几顾页卖买费账贴贷质轮载运达迟远钢铁错链闭队难云顶题额愿飞饭馆验细红线组织练终热爱欢优胜败营销脑设试样户权层区际团军农渔学习疗检测仪盘评络岁内参观环币协制卫饮柜洁济监碍稳筑粮纯紧缩绩续声临舱补装里亲触训托询详诚误证识译负财责贸宾赔赞趋软轻连适释针铜锁镜阶随杂静响频显齿龄广征彻历归减灭墙奖当毕异尽称简纠纳缘绘罚圣职脚肤台旧蓝艺苹冲复规诊词志诱语咨变赢赶迹轨辅轰办递迁乡铃铺录键镇鉴闲阅阴阵隐虽颁类颜养余驻松鲜盐";

/** Traditional characters that updates use and wide signs of money, one for one. */
export const simplified: ReadonlyMap<string, string> = new Map(
  Array.from(`${traditional}￥￡`, (each, index): [string, string] => [
    each,
    `${simple}¥£`[index] ?? each,
  ]),
);
