-- CreateTable
CREATE TABLE "SlippingAlert" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dealId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "snoozedTo" DATETIME,
    "managerToldAt" DATETIME,
    "closedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "SlippingAlert_state_idx" ON "SlippingAlert"("state");

-- CreateIndex
CREATE UNIQUE INDEX "SlippingAlert_dealId_since_key" ON "SlippingAlert"("dealId", "since");
