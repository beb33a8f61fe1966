-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "domain" TEXT,
    "industry" TEXT,
    "segment" TEXT,
    "employees" INTEGER,
    "revenue" REAL,
    "currency" TEXT,
    "country" TEXT,
    "territory" TEXT,
    "foundedYear" INTEGER,
    "creditCode" TEXT,
    "vatId" TEXT,
    "parentId" TEXT,
    "ownerId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT,
    "name" TEXT,
    "title" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "language" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CustomerIdentity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "linkedAt" DATETIME NOT NULL,
    "undoneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Product" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "series" TEXT,
    "price" REAL,
    "currency" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ExternalId" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FieldValue" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" JSONB,
    "original" TEXT,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "actorId" TEXT,
    "evidence" JSONB,
    "at" DATETIME NOT NULL,
    "batchId" TEXT
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "actorId" TEXT,
    "state" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Merge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "keptId" TEXT NOT NULL,
    "mergedId" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "actorId" TEXT,
    "at" DATETIME NOT NULL,
    "undoneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Rule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "holdOut" REAL NOT NULL,
    "versionId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RuleVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ruleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "authorId" TEXT,
    "reason" TEXT,
    "backtest" JSONB,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Match" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "ruleVersionId" TEXT NOT NULL,
    "customer" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "touches" JSONB NOT NULL,
    "heldOut" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "NextAction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "matchId" TEXT,
    "personId" TEXT NOT NULL,
    "contactId" TEXT,
    "accountId" TEXT,
    "dealId" TEXT,
    "action" TEXT NOT NULL,
    "talkTrack" TEXT,
    "state" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "dueAt" DATETIME,
    "snoozedTo" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Lead" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT,
    "accountId" TEXT,
    "productId" TEXT,
    "title" TEXT NOT NULL,
    "source" TEXT,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "language" TEXT,
    "territory" TEXT,
    "need" TEXT,
    "budget" REAL,
    "currency" TEXT,
    "budgetStatus" TEXT,
    "ownerId" TEXT,
    "selfSourced" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Deal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "accountId" TEXT,
    "leadId" TEXT,
    "productId" TEXT,
    "ownerId" TEXT,
    "stage" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "amount" REAL,
    "currency" TEXT,
    "budgetStatus" TEXT,
    "nextStep" TEXT,
    "nextStepDate" DATETIME,
    "decisionMaker" TEXT,
    "competitor" TEXT,
    "lossReason" TEXT,
    "openedAt" DATETIME,
    "closeDate" DATETIME,
    "closedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DealContact" (
    "dealId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "role" TEXT,

    PRIMARY KEY ("dealId", "contactId")
);

-- CreateTable
CREATE TABLE "StageChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dealId" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "source" TEXT NOT NULL,
    "evidence" JSONB
);

-- CreateTable
CREATE TABLE "WeightVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "segment" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "weights" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "authorId" TEXT,
    "reason" TEXT,
    "basedOnId" TEXT,
    "backtest" JSONB,
    "createdAt" DATETIME NOT NULL,
    "publishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "leadId" TEXT NOT NULL,
    "repId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fit" INTEGER NOT NULL,
    "contributions" JSONB NOT NULL,
    "alternatives" JSONB NOT NULL,
    "runnerUpId" TEXT,
    "rank" INTEGER NOT NULL,
    "weightVersionId" TEXT NOT NULL,
    "authorId" TEXT,
    "reason" TEXT,
    "declineReason" TEXT,
    "deadlineAt" DATETIME,
    "decidedAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "OwnerChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "fromId" TEXT,
    "toId" TEXT,
    "authorId" TEXT,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "crmState" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assignmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "decision" TEXT,
    "deciderId" TEXT,
    "at" DATETIME NOT NULL,
    "decidedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "parentId" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "role" TEXT NOT NULL,
    "teamId" TEXT,
    "managerId" TEXT,
    "timeZone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "territories" JSONB NOT NULL,
    "languages" JSONB NOT NULL,
    "licences" JSONB NOT NULL,
    "industries" JSONB NOT NULL,
    "capacity" INTEGER NOT NULL,
    "hiredAt" DATETIME,
    "active" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "connection" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "verifiedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME
);

-- CreateTable
CREATE TABLE "Connection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "surface" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "secrets" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME NOT NULL,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "grantedAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "via" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "detail" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Look" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "viewerId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Attention" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "PersonalKey" (
    "subjectId" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "StageUpdate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "dealId" TEXT,
    "text" TEXT NOT NULL,
    "understood" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "undoneAt" DATETIME
);

-- CreateTable
CREATE TABLE "ContractVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "field" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "authorId" TEXT,
    "reason" TEXT,
    "publishedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "HealthReading" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "metric" TEXT NOT NULL,
    "slice" TEXT NOT NULL,
    "kept" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CrmWrite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "connector" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "writtenAt" DATETIME
);

-- CreateTable
CREATE TABLE "InboxEvent" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "surface" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "outcome" JSONB,
    "attempts" INTEGER NOT NULL,
    "error" TEXT,
    "receivedAt" DATETIME NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "InboxAlias" (
    "alias" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "cardKey" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "triedAt" DATETIME,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "SentCard" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cardKey" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "ref" JSONB NOT NULL,
    "sentAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ActionRef" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "action" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "personId" TEXT NOT NULL,
    "cardKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "state" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "runAt" DATETIME NOT NULL,
    "leaseTo" DATETIME,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "consumer" TEXT NOT NULL PRIMARY KEY,
    "position" BIGINT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LocalMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Asset" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Strategy" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "week" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "claim" JSONB,
    "claimHash" TEXT,
    "state" TEXT NOT NULL,
    "registeredAt" DATETIME,
    "publishedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "strategyId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "effect" JSONB NOT NULL,
    "method" JSONB NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Adoption" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "strategyId" TEXT NOT NULL,
    "teamId" TEXT,
    "personId" TEXT,
    "becomes" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "Debrief" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dealId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "assetId" TEXT,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ScriptAsset" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "playbook" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "tactic" TEXT,
    "scenario" TEXT,
    "text" TEXT NOT NULL,
    "provenance" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "authorId" TEXT,
    "reviewerId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PracticeSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "playbook" TEXT NOT NULL,
    "scenario" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "mood" JSONB NOT NULL,
    "sharedAt" DATETIME,
    "startedAt" DATETIME NOT NULL,
    "endsAt" DATETIME,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Turn" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "speaker" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "maker" TEXT,
    "labels" JSONB NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Call" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "contactId" TEXT,
    "dealId" TEXT,
    "source" TEXT NOT NULL,
    "toldHow" TEXT NOT NULL,
    "transcript" JSONB NOT NULL,
    "analysis" JSONB NOT NULL,
    "heldUntil" DATETIME NOT NULL,
    "at" DATETIME NOT NULL,
    "consentedAt" DATETIME
);

-- CreateTable
CREATE TABLE "SkillEvidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "skill" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "passed" INTEGER NOT NULL,
    "checks" INTEGER NOT NULL,
    "quotes" JSONB NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SkillEstimate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "skill" TEXT NOT NULL,
    "alpha" REAL NOT NULL,
    "beta" REAL NOT NULL,
    "evidence" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "managerId" TEXT,
    "state" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "resolvedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Account_nameKey_idx" ON "Account"("nameKey");

-- CreateIndex
CREATE INDEX "Account_domain_idx" ON "Account"("domain");

-- CreateIndex
CREATE INDEX "Account_ownerId_idx" ON "Account"("ownerId");

-- CreateIndex
CREATE INDEX "Contact_accountId_idx" ON "Contact"("accountId");

-- CreateIndex
CREATE INDEX "Contact_email_idx" ON "Contact"("email");

-- CreateIndex
CREATE INDEX "Contact_phone_idx" ON "Contact"("phone");

-- CreateIndex
CREATE INDEX "CustomerIdentity_contactId_idx" ON "CustomerIdentity"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "CustomerIdentity_kind_value_source_key" ON "CustomerIdentity"("kind", "value", "source");

-- CreateIndex
CREATE INDEX "Product_nameKey_idx" ON "Product"("nameKey");

-- CreateIndex
CREATE INDEX "ExternalId_kind_recordId_idx" ON "ExternalId"("kind", "recordId");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalId_source_kind_externalId_key" ON "ExternalId"("source", "kind", "externalId");

-- CreateIndex
CREATE INDEX "FieldValue_kind_recordId_field_at_idx" ON "FieldValue"("kind", "recordId", "field", "at");

-- CreateIndex
CREATE INDEX "FieldValue_batchId_idx" ON "FieldValue"("batchId");

-- CreateIndex
CREATE INDEX "Merge_kind_mergedId_idx" ON "Merge"("kind", "mergedId");

-- CreateIndex
CREATE UNIQUE INDEX "RuleVersion_ruleId_number_key" ON "RuleVersion"("ruleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Match_key_key" ON "Match"("key");

-- CreateIndex
CREATE INDEX "Match_customer_at_idx" ON "Match"("customer", "at");

-- CreateIndex
CREATE INDEX "Match_ruleId_at_idx" ON "Match"("ruleId", "at");

-- CreateIndex
CREATE INDEX "NextAction_personId_state_dueAt_idx" ON "NextAction"("personId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "Lead_ownerId_status_idx" ON "Lead"("ownerId", "status");

-- CreateIndex
CREATE INDEX "Lead_status_createdAt_idx" ON "Lead"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Lead_accountId_idx" ON "Lead"("accountId");

-- CreateIndex
CREATE INDEX "Lead_contactId_idx" ON "Lead"("contactId");

-- CreateIndex
CREATE INDEX "Deal_ownerId_status_idx" ON "Deal"("ownerId", "status");

-- CreateIndex
CREATE INDEX "Deal_accountId_idx" ON "Deal"("accountId");

-- CreateIndex
CREATE INDEX "Deal_status_closedAt_idx" ON "Deal"("status", "closedAt");

-- CreateIndex
CREATE INDEX "DealContact_contactId_idx" ON "DealContact"("contactId");

-- CreateIndex
CREATE INDEX "StageChange_dealId_at_idx" ON "StageChange"("dealId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "WeightVersion_segment_number_key" ON "WeightVersion"("segment", "number");

-- CreateIndex
CREATE INDEX "Assignment_leadId_decidedAt_idx" ON "Assignment"("leadId", "decidedAt");

-- CreateIndex
CREATE INDEX "Assignment_repId_state_idx" ON "Assignment"("repId", "state");

-- CreateIndex
CREATE INDEX "OwnerChange_kind_recordId_at_idx" ON "OwnerChange"("kind", "recordId", "at");

-- CreateIndex
CREATE INDEX "Dispute_assignmentId_idx" ON "Dispute"("assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_name_key" ON "Team"("name");

-- CreateIndex
CREATE INDEX "Team_parentId_idx" ON "Team"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Person_phone_key" ON "Person"("phone");

-- CreateIndex
CREATE INDEX "Person_teamId_idx" ON "Person"("teamId");

-- CreateIndex
CREATE INDEX "Person_managerId_idx" ON "Person"("managerId");

-- CreateIndex
CREATE INDEX "Person_name_idx" ON "Person"("name");

-- CreateIndex
CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_surface_connection_externalId_key" ON "Identity"("surface", "connection", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Connection_surface_workspace_key" ON "Connection"("surface", "workspace");

-- CreateIndex
CREATE INDEX "Absence_personId_to_idx" ON "Absence"("personId", "to");

-- CreateIndex
CREATE INDEX "Consent_personId_purpose_idx" ON "Consent"("personId", "purpose");

-- CreateIndex
CREATE INDEX "Audit_kind_recordId_at_idx" ON "Audit"("kind", "recordId", "at");

-- CreateIndex
CREATE INDEX "Audit_actorId_at_idx" ON "Audit"("actorId", "at");

-- CreateIndex
CREATE INDEX "Look_subjectId_at_idx" ON "Look"("subjectId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Attention_personId_kind_key" ON "Attention"("personId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "StageUpdate_personId_state_idx" ON "StageUpdate"("personId", "state");

-- CreateIndex
CREATE INDEX "StageUpdate_dealId_createdAt_idx" ON "StageUpdate"("dealId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ContractVersion_field_number_key" ON "ContractVersion"("field", "number");

-- CreateIndex
CREATE INDEX "HealthReading_metric_slice_at_idx" ON "HealthReading"("metric", "slice", "at");

-- CreateIndex
CREATE UNIQUE INDEX "CrmWrite_key_key" ON "CrmWrite"("key");

-- CreateIndex
CREATE INDEX "CrmWrite_state_nextAt_idx" ON "CrmWrite"("state", "nextAt");

-- CreateIndex
CREATE INDEX "InboxEvent_state_nextAt_idx" ON "InboxEvent"("state", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_key_key" ON "OutboxMessage"("key");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_sequence_key" ON "OutboxMessage"("sequence");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_nextAt_idx" ON "OutboxMessage"("state", "nextAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_target_state_sequence_idx" ON "OutboxMessage"("target", "state", "sequence");

-- CreateIndex
CREATE INDEX "OutboxMessage_target_cardKey_sequence_idx" ON "OutboxMessage"("target", "cardKey", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "SentCard_cardKey_target_key" ON "SentCard"("cardKey", "target");

-- CreateIndex
CREATE INDEX "ActionRef_cardKey_idx" ON "ActionRef"("cardKey");

-- CreateIndex
CREATE UNIQUE INDEX "Job_key_key" ON "Job"("key");

-- CreateIndex
CREATE INDEX "Job_state_runAt_idx" ON "Job"("state", "runAt");

-- CreateIndex
CREATE UNIQUE INDEX "LocalMessage_key_key" ON "LocalMessage"("key");

-- CreateIndex
CREATE INDEX "LocalMessage_personId_createdAt_idx" ON "LocalMessage"("personId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Strategy_week_authorId_key" ON "Strategy"("week", "authorId");

-- CreateIndex
CREATE INDEX "Verdict_strategyId_at_idx" ON "Verdict"("strategyId", "at");

-- CreateIndex
CREATE INDEX "Adoption_strategyId_idx" ON "Adoption"("strategyId");

-- CreateIndex
CREATE UNIQUE INDEX "Debrief_dealId_key" ON "Debrief"("dealId");

-- CreateIndex
CREATE INDEX "ScriptAsset_playbook_language_state_idx" ON "ScriptAsset"("playbook", "language", "state");

-- CreateIndex
CREATE INDEX "PracticeSession_personId_startedAt_idx" ON "PracticeSession"("personId", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_sessionId_number_key" ON "Turn"("sessionId", "number");

-- CreateIndex
CREATE INDEX "Call_personId_at_idx" ON "Call"("personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "SkillEvidence_personId_skill_source_sourceId_key" ON "SkillEvidence"("personId", "skill", "source", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "SkillEstimate_personId_skill_key" ON "SkillEstimate"("personId", "skill");

-- CreateIndex
CREATE UNIQUE INDEX "Alert_key_key" ON "Alert"("key");

-- CreateIndex
CREATE INDEX "Alert_personId_state_idx" ON "Alert"("personId", "state");
