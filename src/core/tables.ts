// The tables core reads and writes: what can be asked of each, and which there are.
import type { Routine } from "./attention/morning/routine.ts";
import type { Nudge, Preference } from "./attention/nudge.ts";
import type {
  Absence,
  ApiAnswer,
  ApiKey,
  Asset,
  Audit,
  Consent,
  Conversation,
  ExternalId,
  FieldValue,
  Identity,
  ImportBatch,
  LocalMessage,
  OwnerChange,
  StageChange,
  WeightVersion,
} from "./facts.ts";
import type { Merge } from "./identity/merge-row.ts";
import type { CustomerIdentity, Visitor } from "./identity/visitor.ts";
import type { NextAction } from "./journey/actions/next-action.ts";
import type { SlippingAlert } from "./journey/slipping/alert.ts";
import type { RuleVersion, StoredMatch, StoredRule } from "./journey/stored.ts";
import type { Assignment } from "./leads/assigning/assignment.ts";
import type { Dispute } from "./leads/disputes/dispute.ts";
import type { Account, Contact, Deal, Lead, Person, Product, Team } from "./model.ts";
import type { FirstDay } from "./people/first-day/stored.ts";
import type { ContractVersion, Drift } from "./pipeline/contracts/stored.ts";
import type { HealthReading } from "./pipeline/health/readings.ts";
import type { SentReport } from "./pipeline/reports/report.ts";
import type { CalendarReview } from "./pipeline/review/calendar-review.ts";
import type { StageUpdate } from "./pipeline/updates/stored.ts";
import type { CrmCursor, CrmLine, CrmSeen, CrmWrite } from "./pipeline/write-back/stored.ts";
import type { ArmedAction } from "./ports.ts";
import type { Debrief, ScriptAsset } from "./strategy/debrief/stored.ts";
import type { Publisher } from "./strategy/sandbox/publisher.ts";
import type {
  Adoption,
  AskingHour,
  LaterEffect,
  StoredVerdict,
  Strategy,
  TeamChannel,
} from "./strategy/stored.ts";
import type { Alert } from "./training/alerts/alert.ts";
import type { Call } from "./training/calls/call.ts";
import type { PracticeSession, PracticeTurn } from "./training/practice/practice-row.ts";
import type { PracticeReport } from "./training/report/practice-report.ts";
import type { Look, SkillEstimate, SkillEvidence } from "./training/twin/skill-evidence.ts";
import type { Webhook, WebhookMessage } from "./webhooks/stored.ts";

/** A condition on one field: equal, one of, or a range. */
export type Match<Value> =
  | Value
  | readonly Value[]
  | { gt?: Value; gte?: Value; lt?: Value; lte?: Value };
export type Where<Row> = { [Field in keyof Row]?: Match<Row[Field]> };
export type FindOptions<Row> = {
  limit?: number;
  order?: { by: keyof Row & string; descending?: boolean };
};

export interface ReadTable<Row> {
  get(id: string): Promise<Row | undefined>;
  find(where: Where<Row>, options?: FindOptions<Row>): Promise<Row[]>;
  count(where: Where<Row>): Promise<number>;
}

export interface Table<Row extends { id: string }> extends ReadTable<Row> {
  /** Stores whole rows, new or replacing those of the same id, in one statement. */
  put(...rows: Row[]): Promise<void>;
  update(id: string, set: Partial<Row>): Promise<void>;
  /** Deletes the rows of these ids, in one statement; what is gone already is fine. */
  remove(...ids: string[]): Promise<void>;
}

/** Records: readable anywhere, written only through the gate (src/core/gate). */
export interface RecordTables {
  teams: ReadTable<Team>;
  people: ReadTable<Person>;
  accounts: ReadTable<Account>;
  contacts: ReadTable<Contact>;
  products: ReadTable<Product>;
  leads: ReadTable<Lead>;
  deals: ReadTable<Deal>;
}

/** Facts around the records: each written by the use case that establishes it. */
export interface FactTypes {
  identities: Identity;
  absences: Absence;
  consents: Consent;
  audits: Audit;
  fieldValues: FieldValue;
  externalIds: ExternalId;
  ownerChanges: OwnerChange;
  stageChanges: StageChange;
  weightVersions: WeightVersion;
  assignments: Assignment;
  importBatches: ImportBatch;
  assets: Asset;
  apiKeys: ApiKey;
  apiAnswers: ApiAnswer;
  webhooks: Webhook;
  webhookMessages: WebhookMessage;
  localMessages: LocalMessage;
  conversations: Conversation;
  nudges: Nudge;
  preferences: Preference;
  routines: Routine;
  firstDays: FirstDay;
  publishers: Publisher;
  rules: StoredRule;
  ruleVersions: RuleVersion;
  matches: StoredMatch;
  nextActions: NextAction;
  slippingAlerts: SlippingAlert;
  visitors: Visitor;
  customerIdentities: CustomerIdentity;
  merges: Merge;
  disputes: Dispute;
  contractVersions: ContractVersion;
  drifts: Drift;
  healthReadings: HealthReading;
  stageUpdates: StageUpdate;
  reports: SentReport;
  calendarReviews: CalendarReview;
  crmWrites: CrmWrite;
  crmSeen: CrmSeen;
  crmCursors: CrmCursor;
  crmLines: CrmLine;
  practiceSessions: PracticeSession;
  practiceTurns: PracticeTurn;
  practiceReports: PracticeReport;
  calls: Call;
  alerts: Alert;
  skillEvidence: SkillEvidence;
  skillEstimates: SkillEstimate;
  looks: Look;
  strategies: Strategy;
  verdicts: StoredVerdict;
  adoptions: Adoption;
  laterEffects: LaterEffect;
  teamChannels: TeamChannel;
  askingHours: AskingHour;
  debriefs: Debrief;
  scriptAssets: ScriptAsset;
  armedActions: ArmedAction & { id: string; createdAt: number };
}
