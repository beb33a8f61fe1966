// My practice: which playbooks there are in the reader's language, and that practising is not here yet.
import { heading, type Section, sentence } from "./section.ts";

export const practiceLines: Section = async ({ reading, verticals }) => {
  const { home, leads } = reading.texts;
  const names = (await verticals(reading.language)).map((name) => leads.industries[name] ?? name);
  const list = new Intl.ListFormat(reading.language === "zh" ? "zh-CN" : "en-GB").format(names);
  const there = names.length > 0 ? home.playbooks({ verticals: list }) : home.noPlaybooks;
  return () => [heading(home.practice), sentence(there), sentence(home.noPractice)];
};
