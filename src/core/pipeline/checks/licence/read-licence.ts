// "Read it": a model copies the licence, its code is checked as if somebody had typed it, and a person decides.
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import { forgetFile } from "../../../voice/forget-file.ts";
import type { Checked } from "../company/checked.ts";
import { type Finding, findingOf, findOffer, type Offer } from "../company/find-offer.ts";
import { lookUp } from "../company/look-up.ts";
import { readRegistration } from "../company/read-subject.ts";
import { type Licence, pictureTypeOf, yearOf } from "./licence.ts";
import { licenceCard } from "./licence-card.ts";
import { keyOf, type LicenceServices, told } from "./take-picture.ts";

const readJob = "licence.read";
type ReadPayload = { personId: string; assetId: string };
type Write = (unit: Unit) => Promise<void>;

/** Says that it is being read; pressing twice reads once. */
export function askReading({ person, params }: Ask): Effect {
  const { assetId = "" } = params;
  const { reading } = readingOf(person).texts.licences;
  return async (unit) => {
    const payload: ReadPayload = { personId: person.id, assetId };
    unit.schedule({ kind: readJob, key: `${readJob}:${assetId}`, payload });
    return { toast: reading, card: told(keyOf(assetId), reading) };
  };
}

/** The job that reads. */
export function licenceJobs(services: LicenceServices) {
  return {
    [readJob]: {
      run: (payload: unknown) => readLicence(payload as ReadPayload, services),
      waitsForOthers: true as const,
    },
  };
}

/** The picture is deleted in every case: what was read stays, and the paper is with whoever photographed it. */
async function readLicence(
  { personId, assetId }: ReadPayload,
  services: LicenceServices,
): Promise<Write> {
  const person = await services.store.read.people.get(personId);
  if (!person?.active) return async (unit) => forgetFile(unit, assetId);
  const read = await copyOut(services, { assetId, person });
  const { licences: texts } = readingOf(person).texts;
  const key = keyOf(assetId);
  if ("failure" in read)
    return close(person, assetId, told(key, texts.failures[read.failure] ?? "", "warn"));
  if (!read.isLicence) return close(person, assetId, told(key, texts.failures.other ?? "", "warn"));
  const { checked, offer } = await examine(services, person, read);
  return async (unit) => {
    const { spell } = services.company.readers;
    const card = licenceCard(unit, { person, licence: read, checked, offer, key, spell });
    unit.post({ to: person.id, card });
    forgetFile(unit, assetId);
  };
}

function close(person: Person, assetId: string, card: ReturnType<typeof told>): Write {
  return async (unit) => {
    unit.post({ to: person.id, card });
    forgetFile(unit, assetId);
  };
}

type Copying = { assetId: string; person: Person };

async function copyOut({ assets, licences }: LicenceServices, { assetId, person }: Copying) {
  const file = await assets.read(assetId);
  const mediaType = file && pictureTypeOf(file.bytes);
  if (!file || !mediaType || !licences) return { failure: "lost" as const };
  return licences.read({ bytes: file.bytes, mediaType }, person.language);
}

/** Its code as anybody's code: by its characters first, then by the registers that are connected. */
async function examine(
  { store, clock, company }: LicenceServices,
  person: Person,
  licence: Licence,
): Promise<{ checked: Checked | undefined; offer: Offer | undefined }> {
  const at = clock();
  const subject = licence.creditCode ? readRegistration(licence.creditCode, at) : undefined;
  const checked = subject && (await lookUp(subject, company, at));
  const finding = checked && findingOf(checked);
  if (!finding) return { checked, offer: undefined };
  const { spell } = company.readers;
  const whole = withLicence(finding, { licence, at });
  const offer = await findOffer({ read: store.read, person, finding: whole, customer: "", spell });
  return { checked, offer };
}

function withLicence(finding: Finding, { licence, at }: { licence: Licence; at: number }): Finding {
  const foundedYear = finding.fill.foundedYear ?? yearOf(licence.established, at);
  return {
    ...finding,
    fill: { ...finding.fill, ...(foundedYear ? { foundedYear } : {}) },
    names: finding.isConfirmed ? finding.names : [licence.name ?? ""].filter(Boolean),
  };
}
