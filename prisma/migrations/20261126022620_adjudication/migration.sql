-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "calibrationSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Layer" ADD COLUMN     "discussedSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "calibratedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "calibrationGate" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "discussionSince" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "SettlingRules" (
    "projectId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SettlingRules_pkey" PRIMARY KEY ("projectId")
);

-- CreateTable
CREATE TABLE "Merge" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "strategy" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "layerId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "rule" TEXT NOT NULL DEFAULT '',
    "mergeId" UUID,
    "kinds" TEXT[],
    "sources" JSONB NOT NULL,
    "silent" UUID[],
    "said" TEXT[],
    "outcome" JSONB NOT NULL,
    "relation" JSONB,
    "openAttributes" TEXT[],
    "given" TEXT[],
    "declined" TEXT[],
    "reasonKey" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "replacedById" UUID,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecidedVersion" (
    "annotationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "decisionId" UUID NOT NULL,

    CONSTRAINT "DecidedVersion_pkey" PRIMARY KEY ("annotationId","version")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedById" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundLayer" (
    "roundId" UUID NOT NULL,
    "layerId" UUID NOT NULL,
    "before" INTEGER NOT NULL,
    "after" INTEGER,

    CONSTRAINT "RoundLayer_pkey" PRIMARY KEY ("roundId","layerId")
);

-- CreateTable
CREATE TABLE "CalibrationAttempt" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "layerId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "deedCount" INTEGER NOT NULL,
    "consensusDeeds" INTEGER NOT NULL,
    "score" JSONB NOT NULL,
    "passMark" DOUBLE PRECISION,
    "passed" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalibrationAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Merge_articleId_at_idx" ON "Merge"("articleId", "at");

-- CreateIndex
CREATE INDEX "Decision_articleId_start_idx" ON "Decision"("articleId", "start");

-- CreateIndex
CREATE INDEX "Decision_mergeId_idx" ON "Decision"("mergeId");

-- CreateIndex
CREATE INDEX "DecidedVersion_decisionId_idx" ON "DecidedVersion"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_projectId_number_key" ON "Round"("projectId", "number");

-- CreateIndex
CREATE INDEX "RoundLayer_layerId_idx" ON "RoundLayer"("layerId");

-- CreateIndex
CREATE INDEX "CalibrationAttempt_articleId_userId_idx" ON "CalibrationAttempt"("articleId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "CalibrationAttempt_layerId_deedCount_key" ON "CalibrationAttempt"("layerId", "deedCount");

-- AddForeignKey
ALTER TABLE "SettlingRules" ADD CONSTRAINT "SettlingRules_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_layerId_fkey" FOREIGN KEY ("layerId") REFERENCES "Layer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_mergeId_fkey" FOREIGN KEY ("mergeId") REFERENCES "Merge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecidedVersion" ADD CONSTRAINT "DecidedVersion_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundLayer" ADD CONSTRAINT "RoundLayer_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundLayer" ADD CONSTRAINT "RoundLayer_layerId_fkey" FOREIGN KEY ("layerId") REFERENCES "Layer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalibrationAttempt" ADD CONSTRAINT "CalibrationAttempt_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalibrationAttempt" ADD CONSTRAINT "CalibrationAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalibrationAttempt" ADD CONSTRAINT "CalibrationAttempt_layerId_fkey" FOREIGN KEY ("layerId") REFERENCES "Layer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
