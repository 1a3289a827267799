-- AlterTable
ALTER TABLE "Layer" ADD COLUMN     "firstSubmittedAt" TIMESTAMPTZ(3);

-- Of those that were opened again nobody knows any more.
UPDATE "Layer" SET "firstSubmittedAt" = "submittedAt" WHERE "submittedAt" IS NOT NULL;
