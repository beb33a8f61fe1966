// What a CRM is to Ringside: the same few calls on HubSpot, Salesforce, Feishu Bitable and any REST API.

/** A field as the CRM describes it. */
export type CrmField = {
  name: string;
  label: string;
  /** The CRM sets it itself. */
  isReadOnly: boolean;
  /** What it takes, where it is a choice. */
  options?: string[];
};

/** A record as the CRM has it, its values under the CRM's own names. */
export type CrmRecord = { id: string; values: Record<string, unknown>; changedAt: number | null };

/** Fields to set on one record. `key` is the same at every attempt. */
export type CrmChange = { id: string; fields: Record<string, unknown>; key: string };

/** What the CRM said to one change. `later`: not now, as when somebody else holds the record. */
export type CrmAnswer =
  | { state: "written" }
  | { state: "refused"; field: string | null; said: string }
  | { state: "later"; said: string };

/** Records in order of their change; `cursor` is where the next page begins. */
export type CrmPage = { records: CrmRecord[]; cursor: string; more: boolean };

export type CrmReading = { object: string; fields: readonly string[] };

/**
 * Every call throws RetryLater when the CRM is busy or away, and Refused with `crm_auth` when it does not know our keys:
 * then nothing of the call is known to have happened, and it may be made again. Refused with `crm_mapping`: it lacks what was asked for.
 */
export interface CrmConnector {
  /** As people know it: "HubSpot". */
  readonly label: string;
  /** What to do when it refuses our keys. */
  readonly fix: string;
  /** Its fields; throws NotFound when it has no such object. */
  describe(object: string): Promise<CrmField[]>;
  /** Its users, to know owners by: all, or those with these addresses. */
  users(emails: readonly string[]): Promise<{ id: string; email: string | null }[]>;
  /** Records by id; those that are gone are left out. */
  read(reading: CrmReading & { ids: readonly string[] }): Promise<CrmRecord[]>;
  /** One answer for each change, in their order. */
  write(object: string, changes: readonly CrmChange[]): Promise<CrmAnswer[]>;
  /** What changed after a cursor, oldest first; null: everything there is. */
  changedSince(reading: CrmReading & { cursor: string | null }): Promise<CrmPage>;
  /** The cursor of a moment, in UTC milliseconds. */
  cursorAt(at: number): string;
}
