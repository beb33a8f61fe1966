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

/** Words that are right as they are: those, and others a letter away from one of them. */
export const realWords: ReadonlySet<string> = new Set([
  ...wordsToCorrect,
  ..."spending sensing singing contrast contrasts cloning costumer costumers marching sculpted confirms".split(
    " ",
  ),
]);

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
  "報價錢簽約單經發預過專總確認雙審務採購產項萬億兩個會議電話聯繫訪問資實現場競爭對輸選擇貴決號週後點給覆復請討論談備還沒這邊銀華醫藥風險滿興氣開關結條標書計劃讓動圖節慶陽師長處蓋據聽說應該種員東訂導視準來見範圍進數傳轉體陳張劉黃吳趙孫馬鄭謝許韓馮鄧葉鍾蘇賈鄒陸羅呂盧楊蔣蕭魯譚鮑韋齊龔嚴湯溫紀賴龐恆門間時貨庫廠機車業級無紹紙郵網寫幫為與從們幾顧頁賣買費賬貼貸質輪載運達遲遠鋼鐵錯鏈閉隊難雲頂題額願飛飯館驗細紅線組織練終熱愛歡優勝敗營銷腦設試樣戶權層區際團軍農漁學習療檢測儀盤評絡歲內參觀環幣協製衛飲櫃潔濟監礙穩築糧純緊縮績續聲臨艙補裝裡親觸訓託詢詳誠誤證識譯負財責貿賓賠贊趨軟輕連適釋針銅鎖鏡階隨雜靜響頻顯齒齡廣徵徹歷歸減滅牆獎當畢異盡稱簡糾納緣繪罰聖職腳膚臺舊藍藝蘋衝複規診詞誌誘語諮變贏趕跡軌輔轟辦遞遷鄉鈴鋪錄鍵鎮鑑閒閱陰陣隱雖頒類顏養餘駐鬆鮮鹽禮麼啟劑叢塊壓壞壯夥奪奮媽寶將尋屆屬島峽嶺帥帳幹廁廂廚彈強徑恥悅惡慘慚慣慮憂憐憑憶懇懷懶懸戀戲拋挾捨掃揚換損搖搶擁擊擋擔擬擴擺擾攔攜攤敵斷於晉暈暢暫曆曉朧楓榮槍樂樓樞橋橫檔櫥欄歐歎殘殺毀氈沖況淚淨淺渾湊溝滬漢漲漸潑潤澆澤濃濕灑灣災爐爺牽狀狹獅獨獻瑪瑤畝畫瘋癒癥皚盜睏瞞瞭矚磚祕禍離稅穀積窮竄篩籃籌粵紋紡絕統絲綁維綱綠綿締編緩緯縣縫縱繞繳繼罷羨翹聞聳聾膽臉臘艦萊蒼蓮蔥蘭虧蝦螢術裏褲襲覺覽訊記訴註詩調諸諾謀謂講譜護讀豐豬貓販貫賀賭賽贈踐躍較輛輝轄轎辭遊違遙遺鄰醜醞釀鈣鈔鉛銜銳鋁鋒錦錶鍋鐘鑄鑰鑽閃閣闆闊闖雞霧靈順須頓領頭飼飽餅駕騎騙騰驅驚驟鬥鬧魚鳥鳳鴻鵬麗麥黨龍龜勞勢勵卻啞喪喬嗎嗚嘆嘗嘩嚇囑園國圓執堅塵墊墜墳傑傘債傷傾僅僑儘償儲兇兒冊凍凱別刪則剛創劇劍倆倉偉側偵偽亂亞佔併侶係俠倫舉極構樹汙煙煩燈燒眾礎碼禦筆義膠蟲課諒謹貝貢貧軸輯闡隸頗飾餓駛騷髮麵啓墻喫衆籤僱捲暱鬱闢隻誰莊訝敘綜緒綫縂豎蹤鑒頹顛蕩";
const simple =
  "报价钱签约单经发预过专总确认双审务采购产项万亿两个会议电话联系访问资实现场竞争对输选择贵决号周后点给复复请讨论谈备还没这边银华医药风险满兴气开关结条标书计划让动图节庆阳师长处盖据听说应该种员东订导视准来见范围进数传转体陈张刘黄吴赵孙马郑谢许韩冯邓叶钟苏贾邹陆罗吕卢杨蒋萧鲁谭鲍韦齐龚严汤温纪赖庞恒门间时货库厂机车业级无绍纸邮网写帮为与从们几顾页卖买费账贴贷质轮载运达迟远钢铁错链闭队难云顶题额愿飞饭馆验细红线组织练终热爱欢优胜败营销脑设试样户权层区际团军农渔学习疗检测仪盘评络岁内参观环币协制卫饮柜洁济监碍稳筑粮纯紧缩绩续声临舱补装里亲触训托询详诚误证识译负财责贸宾赔赞趋软轻连适释针铜锁镜阶随杂静响频显齿龄广征彻历归减灭墙奖当毕异尽称简纠纳缘绘罚圣职脚肤台旧蓝艺苹冲复规诊词志诱语咨变赢赶迹轨辅轰办递迁乡铃铺录键镇鉴闲阅阴阵隐虽颁类颜养余驻松鲜盐礼么启剂丛块压坏壮伙夺奋妈宝将寻届属岛峡岭帅帐干厕厢厨弹强径耻悦恶惨惭惯虑忧怜凭忆恳怀懒悬恋戏抛挟舍扫扬换损摇抢拥击挡担拟扩摆扰拦携摊敌断于晋晕畅暂历晓胧枫荣枪乐楼枢桥横档橱栏欧叹残杀毁毡冲况泪净浅浑凑沟沪汉涨渐泼润浇泽浓湿洒湾灾炉爷牵状狭狮独献玛瑶亩画疯愈症皑盗困瞒了瞩砖秘祸离税谷积穷窜筛篮筹粤纹纺绝统丝绑维纲绿绵缔编缓纬县缝纵绕缴继罢羡翘闻耸聋胆脸腊舰莱苍莲葱兰亏虾萤术里裤袭觉览讯记诉注诗调诸诺谋谓讲谱护读丰猪猫贩贯贺赌赛赠践跃较辆辉辖轿辞游违遥遗邻丑酝酿钙钞铅衔锐铝锋锦表锅钟铸钥钻闪阁板阔闯鸡雾灵顺须顿领头饲饱饼驾骑骗腾驱惊骤斗闹鱼鸟凤鸿鹏丽麦党龙龟劳势励却哑丧乔吗呜叹尝哗吓嘱园国圆执坚尘垫坠坟杰伞债伤倾仅侨尽偿储凶儿册冻凯别删则刚创剧剑俩仓伟侧侦伪乱亚占并侣系侠伦举极构树污烟烦灯烧众础码御笔义胶虫课谅谨贝贡贫轴辑阐隶颇饰饿驶骚发面启墙吃众签雇卷昵郁辟只谁庄讶叙综绪线总竖踪鉴颓颠荡";

/** Traditional characters that updates use and wide signs of money, one for one. */
export const simplified: ReadonlyMap<string, string> = new Map(
  Array.from(`${traditional}￥￡`, (each, index): [string, string] => [
    each,
    `${simple}¥£`[index] ?? each,
  ]),
);
