import type { LabelDecisionCounts } from '@/lib/adjudication/decision-log/decision-log';
import { Stack, Text, Title } from '@mantine/core';
import type { JSONContent } from '@tiptap/core';
import { LabelDecisionsLine } from '@/components/workbench/label-decisions-line';
import type { Codebook } from '@/lib/codebook/codebook';
import { labelOf } from '@/lib/codebook/codebook';
import { letterTags } from '@/lib/codebook/label';
import { GuidelinesReader } from './guidelines-reader';
import { LabelCard, AttributeList } from './label-card';

/** A read-only codebook: guidelines, labels, relation types, questions. */
export function CodebookReader({
  codebook,
  guidelines,
  projectId,
  decisionCounts,
}: {
  codebook: Codebook;
  /** Its parsed guidelines. */
  guidelines: JSONContent;
  projectId: string;
  /** The number of decisions that the viewer may see, by label. */
  decisionCounts: readonly LabelDecisionCounts[];
}) {
  const { labels, relations, questions } = codebook;
  const tags = letterTags(labels);
  const nameOf = (key: string) => labelOf(codebook, key)?.name ?? key;
  const ends = (keys: string[]) => (keys.length === 0 ? 'any label' : keys.map(nameOf).join(', '));
  return (
    <Stack gap="lg">
      {codebook.guidelines !== '' && (
        <section aria-label="Guidelines">
          <Title order={2} size="h3" mb="xs">
            Guidelines
          </Title>
          <GuidelinesReader document={guidelines} />
        </section>
      )}
      <Title order={2} size="h3">
        Labels
      </Title>
      {labels.length === 0 && <Text c="dimmed">There are no labels in this codebook.</Text>}
      {labels.map((label) => (
        <LabelCard
          key={label.key}
          label={label}
          tag={tags.get(label.key)}
          parent={label.parent === null ? null : nameOf(label.parent)}
          decisions={
            <LabelDecisionsLine
              projectId={projectId}
              label={label.key}
              decisionCounts={decisionCounts.find((one) => one.label === label.key)}
            />
          }
        />
      ))}
      {relations.length > 0 && (
        <section aria-label="Relation types">
          <Title order={2} size="h3" mb="xs">
            Relation types
          </Title>
          {relations.map(({ key, name, from, to }) => (
            <Text key={key}>
              <strong>{name}</strong>: from {ends(from)} to {ends(to)}
            </Text>
          ))}
        </section>
      )}
      {questions.length > 0 && (
        <section aria-label="Questions">
          <Title order={2} size="h3" mb="xs">
            Questions about the whole article
          </Title>
          <AttributeList attributes={questions} />
        </section>
      )}
    </Stack>
  );
}
