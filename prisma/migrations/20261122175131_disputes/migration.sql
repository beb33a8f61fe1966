-- AlterTable
ALTER TABLE "Dispute" ADD COLUMN "reason" TEXT;
