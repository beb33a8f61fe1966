-- CreateTable
CREATE TABLE "Visitor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT,
    "accountId" TEXT,
    "claimId" TEXT,
    "reason" JSONB,
    "rejected" JSONB NOT NULL,
    "linkedAt" DATETIME,
    "undoneAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- Nothing was ever written to the table as it was.
DROP TABLE "CustomerIdentity";

-- CreateTable
CREATE TABLE "CustomerIdentity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "visitorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "touchId" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "CustomerIdentity_kind_value_idx" ON "CustomerIdentity"("kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "CustomerIdentity_visitorId_kind_value_key" ON "CustomerIdentity"("visitorId", "kind", "value");

-- CreateIndex
CREATE INDEX "Visitor_contactId_idx" ON "Visitor"("contactId");

-- CreateIndex
CREATE INDEX "Visitor_accountId_idx" ON "Visitor"("accountId");

-- CreateIndex
CREATE INDEX "Account_updatedAt_idx" ON "Account"("updatedAt");

-- CreateIndex
CREATE INDEX "Contact_updatedAt_idx" ON "Contact"("updatedAt");

-- CreateIndex
CREATE INDEX "Merge_kind_keptId_idx" ON "Merge"("kind", "keptId");
