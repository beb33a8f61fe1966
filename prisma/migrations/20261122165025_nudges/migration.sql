-- CreateTable
CREATE TABLE "Nudge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" REAL NOT NULL,
    "cardKey" TEXT NOT NULL,
    "card" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "actedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Nudge_personId_state_sentAt_idx" ON "Nudge"("personId", "state", "sentAt");

-- CreateIndex
CREATE INDEX "Nudge_personId_cardKey_idx" ON "Nudge"("personId", "cardKey");
