-- What is owed about a consent or a break-glass is closed with it: the policies ask the row itself, and the sets that said it once more go.
drop policy if exists about_people_closed on commitment.obligation;
drop function access.closed_consents();
drop function access.closed_glasses();
