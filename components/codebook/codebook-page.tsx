'use client';

import type { LabelDecisionCounts } from '@/lib/adjudication/decision-log/decision-log';
import { Anchor, List, Stack, Text, Title, Alert, Grid, Group } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { JSONContent } from '@tiptap/core';
import { Time } from '@/components/ui/time';
import type { Codebook, CodebookEntryView, CodebookView } from '@/lib/codebook/codebook';
import { CodebookEditor } from './codebook-editor';
import { CodebookReader } from './codebook-reader';

/** Links to the published versions. `shown` is the one on the page. */
function VersionList({
  projectId,
  versions,
  shown,
}: {
  projectId: string;
  versions: CodebookEntryView[];
  shown: number | null;
}) {
  return (
    <Stack component="nav" gap="xs" aria-label="Published versions">
      <Title order={2} size="h4">
        Published versions
      </Title>
      <List listStyleType="none" spacing="xs">
        {versions.map(({ version, publishedAt, publishedBy }) => (
          <List.Item key={version}>
            <Anchor
              component={Link}
              href={`/projects/${projectId}/codebook?version=${version}`}
              aria-current={version === shown ? 'page' : undefined}
            >
              Version {version}
            </Anchor>
            <Text size="sm" c="dimmed">
              <Time at={publishedAt} />
              {publishedBy !== null && ` · ${publishedBy}`}
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

/** The data of a project's codebook page for one viewer. */
type CodebookPageProps = {
  projectId: string;
  /** The draft, for those who may change it. */
  draft: CodebookView | null;
  /** The last published version, or the requested one. */
  published: Codebook;
  shown: number;
  /** Whether the address requests a version. */
  asked: boolean;
  versions: CodebookEntryView[];
  /** The parsed guidelines of the draft and of the shown version. */
  guidelines: { draft: JSONContent; published: JSONContent };
  /** The number of decisions that the viewer may see, by label. */
  decisionCounts: readonly LabelDecisionCounts[];
  me: { userId: string; name: string };
};

/** The codebook of a project: its draft for managers, a published version for everybody. */
export function CodebookPage(props: CodebookPageProps) {
  const { projectId, draft, published, shown, asked, versions, guidelines, me } = props;
  const router = useRouter();
  const latest = versions[0]?.version ?? shown;
  const edits = draft !== null && !asked;
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 9 }}>
        <Stack gap="lg">
          <Group justify="space-between" align="baseline">
            <Title order={1} size="h2">
              {edits ? 'Codebook: the draft' : `Codebook: version ${shown}`}
            </Title>
            {asked && (
              <Anchor component={Link} href={`/projects/${projectId}/codebook`}>
                {draft === null ? 'Back to the newest version' : 'Back to the draft'}
              </Anchor>
            )}
          </Group>
          {shown < latest && (
            <Alert variant="light">
              This version is older than version {latest}. Annotations made with it stay on it.
            </Alert>
          )}
          {edits ? (
            <CodebookEditor
              projectId={projectId}
              draft={draft}
              published={published}
              guidelines={guidelines}
              me={me}
              onPublished={() => router.refresh()}
            />
          ) : (
            <>
              {draft === null && (
                <Text c="dimmed" size="sm">
                  Owners and managers of the project can change the codebook.
                </Text>
              )}
              <CodebookReader
                codebook={published}
                guidelines={guidelines.published}
                projectId={projectId}
                decisionCounts={props.decisionCounts}
              />
            </>
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 3 }}>
        <VersionList projectId={projectId} versions={versions} shown={edits ? null : shown} />
      </Grid.Col>
    </Grid>
  );
}
