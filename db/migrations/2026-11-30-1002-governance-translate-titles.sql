-- The title of an own item is written in one language in the room like all else; the minutes add the other, also after its matter has ended.
create function governance.translate_matter(of_matter uuid, given_title jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  m governance.matter;
  missing text;
begin
  select * into m from governance.matter x where x.id = of_matter;
  missing := m.title ->> 'untranslated';
  if missing is null or of_matter = any (governance.closed_matters()) then return false; end if;
  if (platform.ctx_has('plan-manager') or m.body_slug = any (platform.ctx_bodies_as('table-chair'))) is not true then return false; end if;
  update governance.matter set title = (title - 'untranslated') || jsonb_build_object(missing, given_title ->> missing) where id = of_matter;
  perform platform.write_audit('governance.translate-matter', 'matter', of_matter::text, 'permit', '{}');
  return true;
end $$;
