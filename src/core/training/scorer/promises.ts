// Kinds of things nobody may say in a sale, in any trade and in any words; matched on folded text.

/** Each belongs to the rule of a vertical that has a wording of the same kind. */
export const promises: readonly RegExp[] = [
  /\b(guarantee[ds]?|promise)\b.{0,40}\b(return|profit|outcome|result|saving|percent|%|no (risk|infection|loss)|payback|uptime|never|approval|compliance|zero|will|won't|works?)/,
  /\b(100 ?%|hundred percent|completely|totally|absolutely) (safe|secure|risk[- ]?free|guaranteed|reliable)|\brisk[- ]free\b|\bno (side effects|risk|risks)( at all| whatsoever)?\b|\b(can't|cannot|never) (lose|fail|go wrong|breaks?( down)?)\b/,
  /\b(something in it for you|for you personally|your own (account|pocket)|pay your flight|thank you afterwards|make it worth your while)\b/,
  /(保本|稳赚|包赚|零风险|没有任何风险|绝对(安全|没(有)?(问题|风险|副作用))|百分之百|100%(安全|有效|治愈|没)|保证(收益|回本|治|有效|不(亏|出|坏|会)|(一|百)分之百|能)|包(治|赢|过)|永不|终身免维护|根治)/,
  /(国家级|最高级|最佳|(国内|全国|全球|行业|世界)(第一|最好|最先进)|最先进的?|没有之一|唯一(一家|能))/,
  /\b(they|their|theirs|competitors?|other (supplier|company|one|vendor|bidder))\b.{0,40}\b(rubbish|garbage|junk|crooks?|dangerous|going (bust|under)|won't exist|regrets?|liars?)\b/,
  /(他们|那家|别家|上一家|对手|他家|竞品).{0,12}(垃圾|骗子|快倒闭|快不行|草台|拼的|漏洞|后悔|抄|不行了)/,
  /(回扣(?!.{0,6}[不没])|返点(?!.{0,6}[不没])|好处费(?!.{0,6}[不没])|意思一下|私下(给|转)|(转|打)(到|给)您?(个人|私人)|您个人(的)?(账户|卡|好处)|不用?走(公司|发票|合同)|不开(发)?票)/,
  /\b(fully|completely|totally|out of the box) (\w+[- ])?compliant|\bpass (the|your|any) (audit|inspection)|\b(regulator|central bank|supervisor|fda|fca)\b.{0,20}\b(approved?|recommends?|endorse[ds]?|no problem)\b/,
  /\b(outside|beyond|off)[- ]?(the |its |your )?(label|indication)\b.{0,60}\b(works?|fine|holds?|everyone|everybody|try|use it)\b|\b(works?|fine|holds?|use it|try it)\b.{0,30}\b(outside|beyond|off)[- ]?(the |its |your )?(label|indication)\b/,
  /\b(no need to|needn't|don't (need|have) to|nobody has to) (file|report|record|write)|\b(nobody|no one) (has|needs) to know|\bnot make a (file|report)\b|\b(re-?steril\w+|reuse|autoclave) (it|these|this|them|those|a couple)|\b(they|you can|everyone|everybody) reuses? \b/,
  /\b(impossible to|can't be|cannot be|never be) hack(ed)?|\bso (that )?only we (fit|qualify|can)|\bshow me (their|the other) (price|offer|bid)|\b(off the (books|invoice|paperwork)|not (need to )?be on the invoice)\b/,
  /(不会亏|亏了.{0,6}(我们|我|补|赔)|本金.{0,6}(保|安全)|保得住|打包票|人格担保|闭着眼睛买)/,
  /(监管|央行|人民银行|金监局|银保监|证监会|药监|卫健委|协会|国家机关)[^不没别]{0,8}(指定|推荐|认可|背书|没意见)/,
  /(机票|酒店|旅游|会务费|差旅|讲课费)[^不没]{0,8}(我们|全)?(包|出|付|报销)|我们[^不没]{0,6}(包|出|付)[^不没]{0,8}(机票|酒店|差旅)/,
  /(参数|标书|招标|需求).{0,14}(只有我们|独家|围着我们|按我们)|只有(我们|一家)(能)?(符合|满足)/,
  /(发票.{0,6}不(开|用)|不用?开(发)?票|私户|个人账户|低开|阴阳合同|不入账|体外)/,
  /(超|出)(了)?(适应症|范围|说明书).{0,10}(没事|没关系|也(能|行)|都这么|可以|照用)|说明书(只是|就是|写的).{0,8}(走|摆|不用)/,
  /((不用|不必|别|不要)(上报|往上报|报告|报了|登记|写报告|留记录)|没人(会)?(知道|查|发现|核实))/,
  /\b(years?|months?|per ?cent|back|downtime|complications?|risk|zero|never|single|savings?|outcomes?)\b.{0,50}\b(guaranteed|i promise)\b|\b(will|going to) (certainly|definitely|surely) (fall|rise|drop|work|pay|pass|cure|shorten|save|win)\b|\b(certain|sure|bound) to (rise|fall|win|pass)\b/,
  /\b(they|their|theirs|competitors?)\b.{0,30}\b(fall(s)? apart|falling apart|died|killed|lied|cheat(s|ed)?)\b|(他们|那家|别家|他家).{0,10}(出过(人命|事)|死过人|用了都)/,
  /(收益|本金|疗效|效果|回本).{0,6}(有保(障|证)|稳得很|板上钉钉)|(今年|明年|一年|肯定|一定).{0,6}(也)?(赚|涨|回本|翻倍)|不会再(感染|坏|出(事|问题))|(行业|国内|全国)老大|没人比得了/,
  /(先(用|签|发|装|验收)).{0,14}(注册证|批文|证书|问题|验收|手续).{0,10}(补|下来|就到|再(说|改))|\b(sign|start|use) .{0,30}\bnow\b.{0,40}\b(later|follows?|afterwards|formality)\b/,
];
