-- CreateIndex
CREATE INDEX "NextAction_matchId_idx" ON "NextAction"("matchId");

-- CreateIndex
CREATE INDEX "Visitor_linkedAt_idx" ON "Visitor"("linkedAt");
