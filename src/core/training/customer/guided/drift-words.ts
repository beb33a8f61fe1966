// Words a customer of flesh and blood never says. Every line of the library passes them (a test compares).

/** Somebody who is not the customer: a machine, an assistant, or the seller. */
export const notTheCustomer: readonly RegExp[] = [
  /\bas an? (ai|artificial intelligence|assistant|language model|llm|chatbot|virtual \w+)\b/i,
  /\bi('| a)?m (just |only )?(an? )?(ai|language model|llm|chatbot|virtual assistant|assistant|bot|computer program)\b/i,
  /\b(openai|chatgpt|gpt-?\d\w*|deepseek|anthropic|language model)\b/i,
  /\b(how (can|may) i (help|assist) you|(happy|glad|here) to (help|assist) you|(can'?t|cannot|unable to) (assist|help) (you )?with (that|this))\b/i,
  /\b(your|the) (sales ?(rep|person|man|woman)|account (manager|executive)) (here|speaking)\b|\bas your (sales ?(rep|person|man|woman)|account (manager|executive)|consultant|vendor)\b/i,
  /\b(we|i) can offer you (a|an|some|our)\b|\bthank(s| you) for (your interest in|considering|choosing) (our|us)\b/i,
  /\b(let me|i'd like to|i'll) (show|walk) you (through )?our (product|solution|platform|demo|offer)/i,
  /作为(一个|一名|一款|您的)?(ai|人工智能|语言模型|大模型|智能体|虚拟\S{0,2}|客服|助手)/i,
  /我(只|就)?是(一个|一名|一款|个|您的)?(ai|人工智能|语言模型|大模型|机器人|虚拟|智能助手|客服助手|程序)/i,
  /有什么(可以|能)(帮|为)(到)?[您你]|很高兴(能)?(为|帮)[您你](服务|解答)|(无法|不能)(提供|协助|满足)(您|你|该|此|这)/,
  /感谢[您你](对我们|选择我们|的关注|的咨询)|(我|我们)(可以|能|愿意)(给|为)[您你](打折|优惠|提供|推荐|演示)/,
];

/** Talk about the play instead of in it: its words, its stage directions, its speakers' names. */
export const outOfScene: readonly RegExp[] = [
  /\b(role-?play\w*|simulat(ion|ed|or)|virtual customer|practice session|training (exercise|scenario)|(in|this|the) scenario|(stay|break|in|out of) character)\b/i,
  /\b(system prompt|hidden agenda|my (instructions|prompt|persona|hidden)|(trust|patience) (level|score|delta|value)|the sales ?rep\b|json)\b/i,
  /^\s*(the )?(customer|client|buyer|rep|sales ?rep|seller|assistant|system|user)\s*[:：]/im,
  /^\s*[(（[【][^)）\]】]{1,80}[)）\]】]|(?<!\w)\*[^*\n]{2,80}\*(?!\w)/m,
  /角色扮演|(这|本|这个|次)(场景|演练|剧本)|模拟(对话|场景|销售|演练)|训练场景|系统提示|提示词|我的(指令|人设|设定|剧本|隐藏)|隐藏(动机|议程|目的)|(信任|耐心)(值|度)|虚拟客户|跳出角色/,
  /^\s*(客户|买方|销售|销售代表|销售员|助手|系统|用户)\s*[:：]/m,
];

/** What belongs on a page, not in a mouth. */
export const markup: readonly RegExp[] = [
  /https?:|www\.|```|\*\*|\]\(|\{\{|\}\}|\[(your|name|company|insert|您的|公司|姓名)/i,
  /^\s*(#{1,6}\s|[-*•]\s|\d+[.)]\s)/m,
  /<\/?[a-z][^>]*>/i,
];

/** A yes to the deal; a sentence with a condition, a "no" or a question is none. */
export const yes: readonly RegExp[] = [
  /\b(i'll|i will|we'll|we will) (sign|take it(?! to)|buy it|order)\b|\b(let's|let us) (sign|do it|go ahead|proceed)\b|\bwhere do i sign\b/i,
  /\b(we have|you have|you've got|you got|it's|that's) a deal\b|\b(i'm|i am) (sold|convinced)\b|\b(i|we) (fully )?agree to (buy|sign|purchase|your)\b|\bconsider it signed\b/i,
  /成交|我(现在|马上|今天|这)就签|(今天|明天|今晚|现在|马上|这周)就?签(了|字|约|合同|吧)*(?=[。！!，,]|$)|(行|好|好的|可以|没问题)[，,。！]?(那)?我签(了|吧|字)?(?=[。！!，,]|$)|(我|我们)(买|订|要)了|我(完全)?同意(购买|签|下单|采购)|那就(签|买|定了)|[您你]说服我了|合同(现在|马上|直接)?(发|拿|寄)(给我|过来)/,
];
export const conditional =
  /[?？]|\b(not|no|never|nobody|if|when|once|until|unless|before|only|then|would|could|can'?t|won'?t|don'?t|isn'?t|didn'?t|who|why|what)\b|n't\b|不|没|如果|要是|假如|除非|等|先|才|再说|只要|的话|吗|别|谁|怎么|为什么|凭什么|哪/i;
