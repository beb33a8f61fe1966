// Skills: a rep's own, their practice and who sees it; a manager's team, as far as it was shared.
import type { Workdays } from "../../core/people/working-time.ts";
import type { PracticeServices } from "../../core/training/practice/services.ts";
import { showHistory } from "../../core/training/report/practice-history.ts";
import { deleteReport, openReport, setSharing } from "../../core/training/report/share-report.ts";
import { agreeToDrills, declineDrills } from "../../core/training/twin/drills/ask-once.ts";
import { playDrill, showDrills } from "../../core/training/twin/drills/offer-drill.ts";
import { leaveAnswer, useAnswer } from "../../core/training/twin/drills/propose-drill.ts";
import { showManagerSees, stopSharing } from "../../core/training/twin/manager-sees.ts";
import { practiseSkill } from "../../core/training/twin/practise-skill.ts";
import { showRamp } from "../../core/training/twin/ramp/show-ramp.ts";
import {
  backToSkills,
  openSkill,
  type SkillServices,
  showSkills,
} from "../../core/training/twin/show-skills.ts";
import { suggestPractice } from "../../core/training/twin/suggest-practice.ts";
import {
  backToTeam,
  openRep,
  openSkillOfRep,
  showTeamSkills,
} from "../../core/training/twin/team-skills.ts";
import type { Area } from "./area.ts";

/** What skills are shown, shared and practised with. */
export type SkillAreaServices = SkillServices & PracticeServices & { workdays: Workdays };

export function skillsArea(services: SkillAreaServices) {
  return {
    intents: {
      skills: (person) => showSkills(services, person),
      practice_history: (person) => showHistory(services, person),
      drills: (person) => showDrills(services, person),
      manager_sees: (person) => showManagerSees(services, person),
      team_skills: (person) => showTeamSkills(services, person),
      ramp: (person) => showRamp(services, person),
    },
    actions: {
      "skills.open": (ask) => openSkill(services, ask),
      "skills.back": (ask) => backToSkills(services, ask),
      "skills.practise": (ask) => practiseSkill(services, ask),
      "skills.seen": (ask) => showManagerSees(services, ask.person),
      "skills.unshare": (ask) => stopSharing(ask),
      "drills.agree": (ask) => agreeToDrills(ask),
      "drills.decline": (ask) => declineDrills(ask),
      "drills.use": (ask) => useAnswer(services, ask, { isNamed: false }),
      "drills.use_named": (ask) => useAnswer(services, ask, { isNamed: true }),
      "drills.leave": (ask) => leaveAnswer(ask),
      "drills.play": (ask) => playDrill(services, ask),
      "report.open": (ask) => openReport(ask),
      "report.share": (ask) => setSharing(ask, true),
      "report.unshare": (ask) => setSharing(ask, false),
      "report.delete": (ask) => deleteReport(ask),
      "team_skills.rep": (ask) => openRep(services, ask),
      "team_skills.skill": (ask) => openSkillOfRep(services, ask),
      "team_skills.back": (ask) => backToTeam(services, ask),
      "team_skills.suggest": (ask) => suggestPractice(services, ask),
    },
  } satisfies Area;
}
