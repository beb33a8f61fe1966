// "daily report on", "日报 下午5点": whether a report is offered when the day ends, and at what time.
import { awakeHours } from "../../attention/budget.ts";
import { scheduleNext } from "../../attention/morning/plan-day.ts";
import { minutesOf, setMinutes } from "../../attention/morning/routine.ts";
import { setDelivery } from "../../attention/preferences.ts";
import { sentence } from "../../blocks.ts";
import type { Person } from "../../model.ts";
import { readClock, sayClock } from "../../people/clock-words.ts";
import { readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import type { ReportServices } from "./services.ts";

/** What somebody decided; without `minutes` the hour stays. */
export type Offer = { isOn: boolean; minutes?: number };

/** Reads "on", "off" and a time of day; undefined where the words are something else. */
export function decideOffer(words: string): Offer | undefined {
  const said = words.normalize("NFKC").trim().toLowerCase();
  if (/^(?:off|stop|关闭?|停止?|取消|不要了?)$/.test(said)) return { isOn: false };
  if (/^(?:on|开启?|打开|订阅)$/.test(said)) return { isOn: true };
  const minutes = readClock(said.replace(/^(?:on|开启?|打开|每天)\s*/, ""));
  return minutes === undefined ? undefined : { isOn: true, minutes };
}

/** Keeps it and says when the next one comes. */
export function showOffer(
  { workdays }: Pick<ReportServices, "workdays">,
  person: Person,
  { isOn, minutes }: Offer,
): Effect {
  return async (unit) => {
    const { reports } = readingOf(person).texts;
    if (minutes !== undefined && !isAwake(minutes)) return answer(reports.offer.outside);
    const kind = "report";
    await setDelivery(unit, person, { kind, delivery: isOn ? "push" : "mute" });
    if (!isOn) return answer(reports.offer.off);
    if (minutes !== undefined) await setMinutes(unit, person, { kind, minutes });
    await scheduleNext(unit, workdays, { person, kind });
    const time = sayClock(await minutesOf(unit, person, kind));
    return answer(reports.offer.on({ time }));

    function answer(words: string) {
      const key = `report_offer_set:${unit.newId("message")}`;
      const blocks = [sentence(words)];
      const { title } = reports;
      unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks } });
      return {};
    }
  };
}

/** At other hours it would be held until the next morning. */
function isAwake(minutes: number): boolean {
  return minutes >= awakeHours.from && minutes < awakeHours.to;
}
