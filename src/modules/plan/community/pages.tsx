import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { Community } from './queries.ts';
import { communityWords } from './words.ts';

export function AccessibilityPage({ frame, community }: { frame: PageFrame; community: Community }) {
  const words = communityWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.accessibility}</h1>
      {words.accessibilityParts.map((part) => (
        <section class="band">
          <h2>{part.heading}</h2>
          <p>{part.text}</p>
        </section>
      ))}
      <section class="band">
        <h2>{words.barrier}</h2>
        <p>{words.barrierText} <a href={`mailto:${community.mail.contact}`}>{community.mail.contact}</a></p>
      </section>
    </PublicLayout>
  );
}

export function PrivacyPage({ frame, community }: { frame: PageFrame; community: Community }) {
  const { language } = frame;
  const words = communityWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.privacy}</h1>
      <section class="band"><h2>{words.reading}</h2><p>{words.readingText}</p></section>
      <section class="band"><h2>{words.writing}</h2><p>{community.privacy.purpose[language]}</p></section>
      <section class="band"><h2>{words.authority}</h2><p>{community.privacy.authority[language]}</p></section>
      <section class="band"><h2>{words.limits}</h2><p>{words.limitsText}</p></section>
      <section class="band"><h2>{words.contact}</h2><p>{words.contactText} <a href={`mailto:${community.privacy.contact}`}>{community.privacy.contact}</a></p></section>
    </PublicLayout>
  );
}
