// How a newcomer asks for their first day again.

export const firstDayPhrases = {
  day_one: [
    /^(?:my )?(?:day one|day 1|first day)(?: again)?(?<rest>)$/i,
    /^(?:我的|再看)?(?:入职)?第[一1]天(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
