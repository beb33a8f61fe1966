// Where a customer stands, in both languages; matched on folded text.
import type { Lexicon, Stance } from "../model.ts";

export const stanceWords: Lexicon<Stance> = {
  greeting: [
    /^(hi|hello|hey|good (morning|afternoon|evening|day))\b|\bhow are you|\bhow('s| is) it going|\bhow('re| are) (you|things)\b/,
    /^(您好|你好|早上好|上午好|下午好|晚上好)/,
  ],
  thanks: [/\bthank(s| you)\b|\bappreciate (it|your|that|you)\b/, /(谢谢|感谢|多谢|辛苦了)/],
  farewell: [
    /\b(good ?bye|bye|take care|have a (great|good|nice|wonderful|lovely)|see you|talk (to you )?(soon|later)|good luck)\b/,
    /(再见|回头见|先这样|拜拜|不送|就这样吧)/,
  ],
  question: [
    /\?/,
    /^(so |and |but |then |ok(ay)?,? |well,? |right,? )?(what|which|who|whose|when|where|why|how)\b(?! (a|an|we|i|it) )/,
    /^(so |and |but )?(do|does|did|is|are|was|were|have|has|can|could|would|will) (you|your|it|the|that|there|they|we|this|any|anyone)\b/,
    /[?？]|(什么|怎么|多少|多久|为什么|凭什么|哪[个家位种里儿]|谁|是不是|有没有|能不能|是否)[^。!]*$|(吗|呢)$/,
  ],
  agreement: [
    /\b(donate|give|contribute|pay) (\$ ?\d|half|all|some|a (dollar|little)|\d+ cents|(\d+|fifty|ten|twenty|five) cents)|\$ ?\d*\.?\d+ (is fine|sounds good|works)|\bof my (earnings|payment|reward)\b/,
    /(^(嗯|那|好|行|成|中|可以|也行|没问题)[,，。!]|^(成|行|好|中)。?$|写给我|派人来|拿来我|拿给(我|院长|老板|领导)|我会打|你跟他约|就那天|我叫上|(周|星期|下周|明天|后天|月底)[一二三四五六日天]?[^。?]{0,8}(见|签|碰(一下)?|可以|行)[。!]|先(试|做着|拿|打样)|你约)/,
    /^(yes|yeah|yep|sure|ok(ay)?|fine|absolutely|definitely|of course|deal|agreed|alright|all right|correct|certainly)\b/,
    /\b(i('ll| will| would|'d|'m going to| can| could| am going to)|i'm) (\w+ ){0,2}(sign|take it|do it|do that|donate|give|contribute|help|make a donation|put you|recommend|agree|be (happy|willing|glad)|willing|happy to|in$)|\b(let's do (it|that)|count me in|sounds like a (deal|plan)|you('ve| have) (got )?(a deal|convinced)|go ahead|i'm in|that works|willing to|works for me|we can do that)\b/,
    /(^(好的?|行|可以|成|同意|没问题|就这么定|那就这样定|定了)[,，。!]?|就按(您|你)(说的|这个)|我(签|同意|定了|认|上会|去讲|给您排)|可以(谈|试|签|往下)|那(就|行)[,，]|成交|那你(发|来|写)|写好(给|拿))/,
  ],
  positive: [
    /\b(sounds like (a|an) (\w+ )?(good|great|nice|wonderful|worthy|plan|idea)|(good|great|worthy|important|noble) (cause|idea|work|thing)|can('t| only) imagine|it('s| is) (very |so |really )?(important|sad|hard) (to|that|for)|wow|that('s| is) (really |so |very )?(great|awesome|amazing|good|nice|wonderful|interesting))\b/,
    /(心里有底|说到(我)?心坎|挑不出|省心|我服|在理|规矩|痛快|实诚|实在|没蒙我|赶紧|想看看|强|佩服|这还差不多|主意好|真不赖|不赖|没白来|功课)/,
    /\b(good|great|nice|wonderful|excellent|amazing|awesome|love|like (that|it|this|the|how|what|to)|glad|happy|interest(ed|ing)|impress(ed|ive)|helpful|useful|important|worthy|worth|makes sense|fair|right|agree|exactly|true|better|best|perfect|definitely|cool|sounds (good|right|fair|great)|i can work with|keep going|go on|that('s| is) a first|feel(s)? good|deserve|care about|would love|want to help|need help)\b/,
    /(不错|挺好|很好|满意|有意思|实在|靠谱|对路|说到点|问到点|能(接受|用|看)|认(了|可)|放心|清楚了|这还差不多|像样|像话|有道理|接着说|继续|感兴趣|高兴|头一个|头一回|这话我(爱听|信)|可以考虑)/,
  ],
  negative: [
    /(丢人|睡不踏实|没法(交代|做)|熬|硬扛|渗了|堵|糊|麻木|飘|断了|停下来|抢钱|水分|忽悠|一言难尽|没一句|画大饼|不怎么样|算数|受不了|蒙|打住|抱歉能|赔了|等了你们|趴下|谁也别想走|年年涨|答西|说了跟没说|真大方|轻巧|三岁小孩)/,
    /\b(no|not|never|none|nothing|don't|doesn't|didn't|can't|cannot|won't|wouldn't|isn't|aren't|too (expensive|much|high|late|busy|many)|problem|worr(y|ied)|concern(ed|s)?|doubt(s|ful)?|skeptical|sceptical|scam|bad|wors[et]|waste|expensive|difficult|hard|fail(ed|s|ure)?|broke(n)?|afraid|risk(y)?|unfortunately|hate|tired|annoy(ed|ing)|trust issues|afford|corrupt(ion)?|lose|lost|complain|wrong|disappoint(ed|ing)?|sorry)\b/,
    /(不(行|好|要|对|信|够|用|想|需要|可能|放心|合适|满意|划算|靠谱|同意|清楚|明白|敢)|没(用|空|钱|预算|兴趣|时间|必要|意思|戏|听)|太(贵|高|久|慢|复杂|麻烦)|贵|麻烦|问题|担心|怕|风险|坏|差|糟|烦|算了|失望|骗|忽悠|出事|投诉|折腾|晚了|拖|难)/,
  ],
  refusal: [
    /(门在那边|^出去|别(再)?给我打|以后别|没法做就|那就别|抢不到就|不单独|我不缺|免了|请回|我叫?纪检|不透露|没必要)/,
    /^(no|nope|nah|no thanks?|not (really|now|today|at (this|the) (time|moment|point)|interested))\b/,
    /\b(not interested|no thank you|i('d| would) rather not|i (won't|will not|don't want to|do not want to|wouldn't|can't|cannot|am not going to|choose not|chose not|decline|refuse|prefer not)|we're done|forget it|stop (calling|there)|don't call|i think we('ll| will) stop|keep my (money|payment)|leave it (there|at that)|get out|goodbye|nothing (today|now)|not (willing|inclined|going to|gonna)|maybe (later|another time|next time))\b/,
    /(不(需要|要|用|考虑|感兴趣|签|买|谈|做了)了?[。!,，]?|算了|别(来|打|说|再)|挂了|到此为止|免谈|没兴趣|下次吧|以后再说|没必要|拉黑|您请回|送客)/,
  ],
};

/** Words by which somebody pushes back without naming a reason of the library. */
export const resistance: readonly RegExp[] = [
  /\b(i|we)('m| am|'re| are)? ?not (going to|gonna|really|sure (i|we|that|if|about)|able|inclined|comfortable|convinced|in a position|willing|ready)\b|\bi('d| would) rather\b|\bi(('d| would) prefer| wish i)|\b(but|though|however),? (i|we|my|our|it's|that's|how|what|the|there)\b|\bunfortunately\b|\bsorry,? (but|i)\b|\b(i|we) (don't|do not|can't|cannot) (have|want|think|believe|trust|afford|really|see|need|usually)\b|\balready (give|donate|have|gave|do|use|work|support)|\bkeep my\b|\bnot (right now|at this|today)\b|\bdon't know (if|that|about|where)\b|\b(corrupt|overhead|scams?|skeptical|sceptical|middle ?man)\b/,
  /(^|[,，。])(可|可是|但|但是|不过|就是)(?!以)|谁知道|凭什么|有(什么|啥|个什么)用|怎么办\?|(能|敢)[^,。]{0,10}吗\?|说了不算|担不起|不一样|两码事|太(贵|长|少|多|晚|久|慢|高)|抢钱|忽悠|不缺|别(拿|跟|蒙|老)|再说吧|打住|我问的|准不准|算谁的|不能这么|才(是)?(你|您)们的|低(一|两|三|几)[成个]|找[^,。]{1,4}去|起码|什么条款|没有数据|你来干什么|有那么夸张|不由我|抱歉能|也这么说|稳当|就敢|哪儿不一样|打底是什么/,
];
