import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { CodebookEntryView } from '@/lib/codebook/codebook-view';

/** The published versions, each a link to how the codebook read then. `shown` is the one on the page. */
export function VersionList({
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
