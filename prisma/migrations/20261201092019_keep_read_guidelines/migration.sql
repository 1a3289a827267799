-- AlterTable
ALTER TABLE "Codebook" ADD COLUMN     "guidelinesDocument" JSONB;

-- AlterTable
ALTER TABLE "CodebookVersion" ADD COLUMN     "guidelinesDocument" JSONB;
