-- CreateIndex
CREATE INDEX "Deal_leadId_idx" ON "Deal"("leadId");
