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
    /^(yes|yeah|yep|sure|ok(ay)?|fine|absolutely|definitely|of course|deal|agreed|alright|all right|correct|certainly)\b/,
    /\b(i('ll| will| would|'d|'m going to| can| could| am going to)|i'm) (\w+ ){0,2}(sign|take it|do it|do that|donate|give|contribute|help|make a donation|put you|recommend|agree|be (happy|willing|glad)|willing|happy to|in$)|\b(let's do (it|that)|count me in|sounds like a (deal|plan)|you('ve| have) (got )?(a deal|convinced)|go ahead|i'm in|that works|willing to|works for me|we can do that)\b/,
    /(^(好的?|行|可以|成|同意|没问题|就这么定|那就这样定|定了)[,，。!]?|就按(您|你)(说的|这个)|我(签|同意|定了|认|上会|去讲|给您排)|可以(谈|试|签|往下)|那(就|行)[,，]|成交|那你(发|来|写)|写好(给|拿))/,
  ],
  positive: [
    /\b(good|great|nice|wonderful|excellent|amazing|awesome|love|like (that|it|this|the|how|what|to)|glad|happy|interest(ed|ing)|impress(ed|ive)|helpful|useful|important|worthy|worth|makes sense|fair|right|agree|exactly|true|better|best|perfect|definitely|cool|sounds (good|right|fair|great)|i can work with|keep going|go on|that('s| is) a first|feel(s)? good|deserve|care about|would love|want to help|need help)\b/,
    /(不错|挺好|很好|满意|有意思|实在|靠谱|对路|说到点|问到点|能(接受|用|看)|认(了|可)|放心|清楚了|这还差不多|像样|像话|有道理|接着说|继续|感兴趣|高兴|头一个|头一回|这话我(爱听|信)|可以考虑)/,
  ],
  negative: [
    /\b(no|not|never|none|nothing|don't|doesn't|didn't|can't|cannot|won't|wouldn't|isn't|aren't|too (expensive|much|high|late|busy|many)|problem|worr(y|ied)|concern(ed|s)?|doubt(s|ful)?|skeptical|sceptical|scam|bad|wors[et]|waste|expensive|difficult|hard|fail(ed|s|ure)?|broke(n)?|afraid|risk(y)?|unfortunately|hate|tired|annoy(ed|ing)|trust issues|afford|corrupt(ion)?|lose|lost|complain|wrong|disappoint(ed|ing)?|sorry)\b/,
    /(不(行|好|要|对|信|够|用|想|需要|可能|放心|合适|满意|划算|靠谱|同意|清楚|明白|敢)|没(用|空|钱|预算|兴趣|时间|必要|意思|戏|听)|太(贵|高|久|慢|复杂|麻烦)|贵|麻烦|问题|担心|怕|风险|坏|差|糟|烦|算了|失望|骗|忽悠|出事|投诉|折腾|晚了|拖|难)/,
  ],
  refusal: [
    /^(no|nope|nah|no thanks?|not (really|now|today|at (this|the) (time|moment|point)|interested))\b/,
    /\b(not interested|no thank you|i('d| would) rather not|i (won't|will not|don't want to|do not want to|wouldn't|can't|cannot|am not going to|choose not|chose not|decline|refuse|prefer not)|we're done|forget it|stop (calling|there)|don't call|i think we('ll| will) stop|keep my (money|payment)|leave it (there|at that)|get out|goodbye|nothing (today|now)|not (willing|inclined|going to|gonna)|maybe (later|another time|next time))\b/,
    /(不(需要|要|用|考虑|感兴趣|签|买|谈|做了)了?[。!,，]?|算了|别(来|打|说|再)|挂了|到此为止|免谈|没兴趣|下次吧|以后再说|没必要|拉黑|您请回|送客)/,
  ],
};
