-- AlterTable
ALTER TABLE "FieldValue" ADD COLUMN "until" DATETIME;

-- CreateTable
CREATE TABLE "Drift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "contract" TEXT NOT NULL,
    "value" JSONB,
    "standing" JSONB,
    "source" TEXT NOT NULL,
    "standingSource" TEXT,
    "batchId" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Drift_at_idx" ON "Drift"("at");

-- CreateIndex
CREATE INDEX "Drift_recordId_idx" ON "Drift"("recordId");
