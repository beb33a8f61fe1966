// Weekdays as people write them, in English and Chinese.

/** English ones, whole or cut short, as part of a pattern. */
export const englishWeekday =
  "(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";

/** Chinese ones, as part of a pattern. */
export const chineseWeekday = "(?:周|星期|礼拜)[一二三四五六日天]";

const isWeekday = new RegExp(`^(?:${englishWeekday}|${chineseWeekday})$`);
const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const figures = "一二三四五六日";

/** 1 for Monday to 7 for Sunday; undefined of any other word. */
export function weekdayNamed(word: string): number | undefined {
  const said = word.toLowerCase();
  if (!isWeekday.test(said)) return undefined;
  const english = names.indexOf(said.slice(0, 3));
  return 1 + (english < 0 ? figures.indexOf(said.slice(-1).replace("天", "日")) : english);
}
