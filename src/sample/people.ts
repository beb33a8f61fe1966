// The sample team as records.
import { dayMs } from "../core/durations.ts";
import type { Person, Team } from "../core/model.ts";
import { sampleId } from "./sample-id.ts";
import { type RepRow, repTable } from "./tables/rep-table.ts";

/** A rep with the id of their record. */
export type Rep = RepRow & { id: string };

/** The domain of the sample company's own e-mail addresses. */
const companyDomain = "keelson.example";

const rootTeam = "root";
const teamOf = { en: "atlantic", zh: "china" } as const;
const managerOf = { en: "helen", zh: "guodong" } as const;

/** The reps with their ids, in the order of the table. */
export function listReps(): Rep[] {
  return repTable.map((row) => ({ ...row, id: sampleId("person", row.key) }));
}

/** One root team and the two teams below it. */
export function listTeams(now: number): Team[] {
  const createdAt = now - 3000 * dayMs;
  const parentId = sampleId("team", rootTeam);
  return [
    { id: parentId, name: "Keelson Sales", parentId: null, createdAt },
    { id: sampleId("team", teamOf.en), name: "London & New York", parentId, createdAt },
    { id: sampleId("team", teamOf.zh), name: "中国区", parentId, createdAt },
  ];
}

/** Everybody of the team: two managers, the contributor from marketing, then the reps. */
export function listPeople(now: number): Person[] {
  return [...listStaff(now), ...listReps().map((rep) => toPerson(rep, now))];
}

function toPerson(rep: Rep, now: number): Person {
  const hiredAt = now - rep.hiredDaysAgo * dayMs;
  return {
    ...employee(rep.key, hiredAt),
    id: rep.id,
    name: rep.name,
    phone: rep.phone,
    role: "rep",
    teamId: sampleId("team", teamOf[rep.language]),
    managerId: sampleId("person", managerOf[rep.language]),
    timeZone: rep.timeZone,
    language: rep.language,
    territories: [...rep.territories],
    languages: [...rep.languages],
    licences: [...rep.licences],
    industries: [...rep.industries],
    capacity: rep.capacity,
  };
}

function listStaff(now: number): Person[] {
  const english = { language: "en", timeZone: "Europe/London" } as const;
  const chinese = { language: "zh", timeZone: "Asia/Shanghai" } as const;
  return [
    {
      ...employee("helen", now - 2900 * dayMs),
      ...english,
      languages: ["en"],
      name: "Helen Brooks",
      phone: "+442079460910",
      role: "manager",
      teamId: sampleId("team", teamOf.en),
    },
    {
      ...employee("guodong", now - 2700 * dayMs),
      ...chinese,
      languages: ["zh", "en"],
      name: "沈国栋",
      phone: "+862100000910",
      role: "manager",
      teamId: sampleId("team", teamOf.zh),
    },
    {
      ...employee("sofia", now - 800 * dayMs),
      ...english,
      languages: ["en", "sv"],
      name: "Sofia Lindqvist",
      phone: "+442079460911",
      role: "contributor",
      teamId: sampleId("team", rootTeam),
    },
  ];
}

/** What every employee has; whoever does not sell keeps the empty lists and no capacity. */
function employee(key: string, hiredAt: number) {
  return {
    id: sampleId("person", key),
    email: `${key}@${companyDomain}`,
    managerId: null,
    territories: [],
    licences: [],
    industries: [],
    capacity: 0,
    hiredAt,
    active: true,
    createdAt: hiredAt,
    updatedAt: hiredAt,
  };
}
