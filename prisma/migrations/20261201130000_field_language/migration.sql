-- Names of the field for what is stored (docs/decisions/031). Everything is renamed in place: no row
-- is written anew, but where a name stands inside of JSON.
ALTER TABLE "Layer" RENAME COLUMN "deedCount" TO "eventCount";

ALTER TABLE "AnnotationEvent" RENAME COLUMN "number" TO "sequence";
ALTER TABLE "AnnotationEvent" RENAME COLUMN "deed" TO "kind";
ALTER TABLE "AnnotationEvent" RENAME COLUMN "deedId" TO "idempotencyKey";
ALTER INDEX "AnnotationEvent_deedId_key" RENAME TO "AnnotationEvent_idempotencyKey_key";
ALTER INDEX "AnnotationEvent_layerId_number_idx" RENAME TO "AnnotationEvent_layerId_sequence_idx";
ALTER TABLE "AnnotationEvent" RENAME CONSTRAINT "AnnotationEvent_deed_check" TO "AnnotationEvent_kind_check";
ALTER TABLE "AnnotationEvent" RENAME CONSTRAINT "AnnotationEvent_number_check" TO "AnnotationEvent_sequence_check";

ALTER TABLE "SettlingRules" RENAME TO "AdjudicationSettings";
ALTER TABLE "AdjudicationSettings" RENAME CONSTRAINT "SettlingRules_pkey" TO "AdjudicationSettings_pkey";
ALTER TABLE "AdjudicationSettings" RENAME CONSTRAINT "SettlingRules_projectId_fkey" TO "AdjudicationSettings_projectId_fkey";

ALTER TABLE "Decision" RENAME COLUMN "deed" TO "kind";
ALTER TABLE "Decision" RENAME COLUMN "said" TO "versionHashes";
ALTER TABLE "Decision" RENAME COLUMN "given" TO "finalLabels";
ALTER TABLE "Decision" RENAME COLUMN "declined" TO "rejectedLabels";

ALTER TABLE "CalibrationAttempt" RENAME COLUMN "deedCount" TO "eventCount";
ALTER TABLE "CalibrationAttempt" RENAME COLUMN "consensusDeeds" TO "consensusEventCount";
ALTER INDEX "CalibrationAttempt_layerId_deedCount_key" RENAME TO "CalibrationAttempt_layerId_eventCount_key";

-- Names inside of JSON.
UPDATE "Decision" SET "relation" = "relation" - 'stands' || jsonb_build_object('isInConsensus', "relation" -> 'stands')
WHERE "relation" ? 'stands';

UPDATE "CalibrationAttempt" SET "score" = jsonb_build_object(
  'all', ("score" -> 'all') - 'settled' || jsonb_build_object('consensus', "score" -> 'all' -> 'settled'),
  'labels', COALESCE((
    SELECT jsonb_agg(one - 'settled' || jsonb_build_object('consensus', one -> 'settled') ORDER BY at)
    FROM jsonb_array_elements("score" -> 'labels') WITH ORDINALITY AS of_label (one, at)
  ), '[]')
) WHERE "score" -> 'all' ? 'settled';

-- A cache whose fields have other names now; made anew when it is asked for.
DELETE FROM "ArticleStatistics";

-- Fixed sets of values, as the first tables have them.
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_kind_check"
  CHECK ("kind" IN ('take', 'several', 'adjust', 'own', 'reject', 'relation', 'rule'));
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_rule_check"
  CHECK ("rule" IN ('', 'unanimous', 'majority', 'confidence'));
