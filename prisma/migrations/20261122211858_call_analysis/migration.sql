-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Call" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "contactId" TEXT,
    "dealId" TEXT,
    "source" TEXT NOT NULL,
    "toldHow" TEXT NOT NULL,
    "transcript" JSONB NOT NULL,
    "analysis" JSONB,
    "heldUntil" DATETIME NOT NULL,
    "at" DATETIME NOT NULL,
    "consentedAt" DATETIME
);
INSERT INTO "new_Call" ("analysis", "at", "consentedAt", "contactId", "dealId", "heldUntil", "id", "personId", "source", "toldHow", "transcript") SELECT "analysis", "at", "consentedAt", "contactId", "dealId", "heldUntil", "id", "personId", "source", "toldHow", "transcript" FROM "Call";
DROP TABLE "Call";
ALTER TABLE "new_Call" RENAME TO "Call";
CREATE INDEX "Call_personId_at_idx" ON "Call"("personId", "at");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
