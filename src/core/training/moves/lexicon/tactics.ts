// Which tactic an objection is, in both languages; matched on folded text. Tactics not here are shown by acts alone.
import type { Lexicon, Tactic } from "../model.ts";

export const tacticWords: Lexicon<Tactic> = {
  discount_demand: [
    /\b(discounts?|(\d+|five|six|eight|ten|twelve|fifteen|twenty) ?(percent|per cent|%)( off| less|,| across)|best price|(come|go|get) (down|lower|under)|better price|lower (the|your) price|sharpen|throw in|cheaper|knock|take .{0,10} off|match (it|that|their)|room in (the|that) price|too (expensive|pricey)|(price|cost)('s| is)? (too )?(high|steep|much))\b/,
    /(打折|优惠|便宜|降(点|到|价|多少|一降)|再让|让点|几个点|最低(价|多少)|底价|抹(个)?零|送(点|一)|太贵|价格?(太|偏|有点)高|贵了)/,
  ],
  price_anchoring: [
    /\b(in my head|my number|had in mind|(paid|pay|costs?) (only )?[^.?]{0,20}(less|thousand|\d)|last year('s)? price|used to (pay|cost)|we start|work back from|half (that|of that))\b/,
    /(心里(价|也就|的)|我(们)?(预期|想的)是|当年才|以前才|去年才|人家才|才(花|卖|付)|也就[一二三四五六七八九十百\d]{1,9}(万|块|千))/,
  ],
  budget_freeze: [
    /\b(no (budget|money)|budget('s| is)? (frozen|gone|closed|cut|spent)|capital is closed|freeze|can't afford|cannot afford|afford|not in the budget|next (budget|financial|fiscal) year|money('s| is) tight|short on (money|cash)|need (the|my|this) money|low on|on a budget|broke|unemployed|bills)\b/,
    /(没(有)?(预算|钱|额度|指标)|预算(冻结|没|砍|压|用完|没批)|压降|明年再|经费紧|资金紧|没这个口子|没有这个口子|砍了)/,
  ],
  competitor_quote: [
    /\b((another|other|second|cheaper) (quote|offer|bidder|supplier|vendor|company|charity|charities|organi[sz]ation)|they('re| are) (cheaper|below)|(below|under) you|competitors?|somebody else|the other (side|one|company|two)|(percent|%) (less|cheaper|off)|support other|already (give|donate|support|buy|work)|my own charit)\b/,
    /(另外?(一|那|两)家|别家|人家(报|给|说)|其他(家|供应商)|比你(们)?(便宜|低)|同行|他们(报|家)|竞品|偏离均值|报得?比)/,
  ],
  payback_demand: [
    /\b(pay(s)? (for itself|back)|payback|return on|roi|business case|what('s| is) in it|how (many|much) .{0,20}(save|saving)|where('s| is) the money|prove the (saving|value)|go(es|ing)? to (the )?(ceo|admin|executives?|overhead|children|kids)|percent(age)? (of|goes)|how much of (it|the|my)|overhead|where (does|do|will|is) (it|the money|my))\b/,
    /(回本|投产比|几个月(能)?回|收益(在哪|多少)|划不划算|省多少|省在哪|哪(个科目|本账)|账上|工时能入账|值不值)/,
  ],
  send_me_something: [
    /\b(send (me|us|it|over)|e-?mail (me|it|us)|leave (the|a|your) (brochure|literature|card|material)|put it in an e-?mail|more info(rmation)?|brochure|website|look (it|into it|them|this) up|do (my|some) (own )?research|read (up|more)|check (it|them) out)\b/,
    /(发(我|来|个|一份|资料|邮件|过来)|资料(放|发|先)|加(我|个)?微信|材料(先)?(放|发)|邮箱|官网|我(先)?看看再)/,
  ],
  no_time: [
    /\b(no time|busy|(got|have) (a|two|three|five|four|ten|\d+)( more)? minutes?|in a (hurry|meeting|rush)|call(ing)? me|make it (quick|short)|bed meeting|bad (time|moment)|not a good time|be (quick|brief)|talk quick|one sentence|got to go|have to go|next slot|quickly)\b/,
    /(没(空|时间|功夫|工夫)|忙|有事快说|长话短说|[一两三五十]分钟|开会|赶时间|一会儿(要|有)|快点说|回头再)/,
  ],
  silence: [
    /^\W*(\(.*(silen|no reply|says nothing|looks).*\)|hm+\.?|mm+\.?|\.{2,})\W*$/,
    /^[^\p{L}]*(嗯|哦|呵呵|\(.*(沉默|不说话|没回).*\))[^\p{L}]*$/u,
  ],
  authority: [
    /\b(not my (decision|call)|i (only|just) (recommend|influence)|my (boss|director|manager|husband|wife|partner|spouse|chief)|(ask|talk to|check with|run it by) (my|the)|decides|above (me|my)|out of (my|our) hands|head ?office|purchasing (runs|decides)|legal has|the professor|regional)\b/,
    /(我(一个人)?说了不算|领导(定|批|说|同意)|要(请示|上报|报批|汇报)|总部|院长|老板(定|说|同意)|我做不了主|上面|不归我管|拍板)/,
  ],
  false_urgency: [
    /\b(by (tonight|five|tomorrow|noon|the end of)|tonight|(sign|decide)s? (today|at five|on monday|by)|final (figure|price|offer)|before (five|midnight|friday)|today or|only until|deadline|last (call|chance))\b/,
    /(今天(之内|必须|下班前|就要)|最后(一天|期限|报价)|下班前|马上要|过期不候|过时不候|截止|今晚(就|之前))/,
  ],
  technical_trap: [
    /\b(endpoint|denominator|cohort|specification|spec(s)?|protocol|latency|throughput|algorithm|interface|standard (deviation|error)|cpk|tolerance|what happens (when|if)|in[- ]flight|failure mode|under (load|what)|measured how|how (do|does|did) (you|it) (measure|calculate|handle|detect)|false (positive|alarm)s?|resolution)\b/,
    /(怎么(测|算|实现|判|处理)的?|误(报|判)|漏检|精度|节拍|参数|口径|停牌|什么条件|算谁的|几分几秒|在途|样本|终点|方差|接口|协议|漂移)/,
  ],
  compliance_trap: [
    /\b(between us|off[- ]label|congress|speaker fee|flight|gift|thank you|for me personally|helpful|my (own )?account|kickback|commission|guarantee|guaranteed|promise me|put it in writing that|risk[- ]free|no need to (record|write)|outside (the|your) (label|indication)|backdate|who would know|inspector|regulator)\b/,
    /(保本|担保|保证(能|收益|不)|返点|回扣|好处|意思意思|赞助|开会(的)?(机票|费)|讲课费|不开票|私户|体外|您(个人|私下)|别家(的)?(数据|价格|参数)|超(范围|适应症)|说明书(以|之)外|补一份|往前写|没人查|睁一只眼)/,
  ],
  status_quo: [
    /\b(works? (fine|well|just)|we('re| are) (happy|fine|used)|(the )?ones? (i've|we've) got|always (done|been)|already (have|got|use)|don't need|no (need|complaints?)|if it (ain't|isn't) broke|what exactly are we fixing|fine as (it|we)|old (one|system|machine)s? (works?|runs?)|not a pump complaint)\b/,
    /(现在(的|这)?(挺好|够用|能用|用着)|用(惯|得好好)|跑了[一二三四五六七八九十\d]{1,9}年|不缺|够用|又不是不能用|没必要换|一直(这么|都)|我们有(表|系统|供应商))/,
  ],
  switching_cost: [
    /\b((re)?train(ing|ed)?|hours? (each|i don't have)|switch(ing)?|migrat(e|ion)|change ?over|retrain|learn(ing)? curve|rewrite|re-?validat|interfaces? to|who('s| is) paying for|off the floor|downtime|integration|roster|too much work|effort on our side)\b/,
    /(换(系统|品牌|供应商|一套|起来)|迁移|培训|重新(学|验证|备案)|双跑|上夜班|对接|配合|折腾|停产|改造|人手|排班|学(不会|起来))/,
  ],
  risk_aversion: [
    /\b(what if|risk(s|y)?|if (it|something) (goes|fails|breaks)|3 ?a\.?m\.?|worst case|nobody (was|gets|got)|can't afford (a|another)|first (night|week)|too new|unproven|safe(ty)?|who('s| is) liable|blame|cautious|skeptical|sceptical|scams?|trust)\b/,
    /(万一|出(了)?(事|问题|毛病)|风险|谁(负责|担|兜)|凌晨|处分|背锅|稳妥|等一等|不敢(试|用|上|换)|没人(试过|用过)|太新)/,
  ],
  reference_demand: [
    /\b(who (else )?(uses|runs|has)|references?|speak to (them|someone|somebody)|at my volume|like (us|mine|ours)|same (size|volume)|(another|other) (hospital|plant|bank|clinic)|logo|show me (one|somebody|someone)|never heard of)\b/,
    /(谁(在用|用过)|哪(家|几家)(在)?用|案例|样板|参考客户|跟我们(一样|差不多|同)|同(规模|行业|级别)|没听(说)?过)/,
  ],
  pilot_demand: [
    /\b(pilot|trial|try it|test (it|unit|run)|for free first|loan(er)?|demo unit|prove it (on|with)|free (test|proof)|evaluation (unit|period)|on my (parts|line|data))\b/,
    /(试(用|一(试|台|个月|下)|跑|点|做)|先(用|放)(着|一台|几个月)|打样|免费(测|试)|不花钱|样机|拿.{0,6}(件|数据)(来)?(测|跑))/,
  ],
  contract_terms: [
    /\b(clause|terms?|liabilit(y|ies)|penalt(y|ies)|payment terms|days net|warranty|termination|notice period|retention|cap on|exclusiv(e|ity)|signature|our template|net \d+|upfront)\b/,
    /(条款|违约金|账期|付款(条件|方式|比例)?|质保金?|预付|尾款|模板|独家|保函|赔偿|合同|责任(上限|怎么))/,
  ],
  data_security: [
    /\b(data|gdpr|hipaa|firewall|penetration|patch(es)?|remote access|vpn|ports?|cloud|encrypt(ed|ion)?|hack(ed|ers?)?|passwords?|privacy|leak|outside (europe|the eu|our network)|security|personal (info|details))\b/,
    /(数据(安全|出|存|放|泄|给)|等保|远程|外网|防火墙|加密|密码|上云|隐私|泄露|留存|日志|谁能看|漏洞)/,
  ],
  bad_experience: [
    /\b(last (time|company|rollout|supplier|vendor|one)|(your|the) (last|previous) (lot|company|engineer|machine)|burn(ed|t)|before(,| and)|promised (me|us|the same)|never again|twice|still (have|got|waiting)|stood (here|there)|that's what (they|he|she) said|we tried|scandal|heard (bad|things)|bad (experience|reviews?))\b/,
    /(上(次|回|一家)|以前(那|你们|也)|当(时|年)(也|你们)|也(是)?这么说|吃过亏|踩过坑|又来|前年|去年.{0,10}(坏|停|出|错|罚))/,
  ],
  committee: [
    /\b(committee|board|panel|works council|statistician|vot(e|es)|stakeholders?|everyone (has|must)|(nine|seven|five) people|minutes of|other (surgeons?|judges)|whole team|council)\b/,
    /(委员会|上会|过会|评审|财审|药事|[三五七九]个人|七个|九个|党委|集体|各科|大家都|董事会|班子)/,
  ],
  small_talk: [
    /\b(weather|football|cup of|coffee|my (father|son|daughter|dog|wife|grandfather)|accent|where are you from|photograph|biscuits?|lunch|golf|fishing|joke)\b/,
    /(喝(茶|酒)|口音|老家|你(是)?哪(里|儿)人|考你|钓鱼|我(儿子|女儿|爷爷|孙子)|照片|吃(了)?饭|球|贵姓|多大)/,
  ],
};
