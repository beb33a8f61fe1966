// Which days are worked, by country: statutory holidays, and China's make-up workdays as the State Council sets them.
import chineseDays from "chinese-days";
import Holidays from "date-holidays";
import type { Workdays } from "./core/people/working-time.ts";

// Facts, dear to compute (every country's zones: 0.1 s), so kept for all calendars.
const countries = createCountries();
const calendars = new Map<string, Holidays>();
const known = new Map<string, boolean>();

/**
 * Statutory days of the country a time zone belongs to: China's from chinese-days (holidays and 调休 as published each
 * November for the next year; beyond what is published, weekends only), others' from date-holidays' public holidays.
 */
export function createCalendar(): Workdays {
  const calendarOf = (country: string): Holidays => {
    const calendar = calendars.get(country) ?? new Holidays(country);
    calendars.set(country, calendar);
    return calendar;
  };
  const isWorked = (day: string, timeZone: string): boolean => {
    const country = countries.of(timeZone);
    if (country === "CN") return chineseDays.isWorkday(day);
    if (isWeekend(day)) return false;
    if (!country) return true;
    const found = calendarOf(country).isHoliday(`${day} 12:00:00`) || [];
    return !found.some(({ type }) => type === "public");
  };
  return {
    isWorkday(day, timeZone) {
      const key = `${timeZone} ${day}`;
      const answer = known.get(key) ?? isWorked(day, timeZone);
      known.set(key, answer);
      return answer;
    },
  };
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}

/** Countries by time zone, from the zones each country's holidays name; made when first asked. */
function createCountries(): { of(timeZone: string): string | undefined } {
  let byZone: Map<string, string> | undefined;
  return {
    of(timeZone) {
      byZone ??= new Map(
        Object.keys(new Holidays().getCountries()).flatMap((country) =>
          (new Holidays(country).getTimezones() ?? []).map((zone): [string, string] => [
            zone,
            country,
          ]),
        ),
      );
      return byZone.get(timeZone);
    },
  };
}
