-- What the search asks: keys of names, which the columns made from them need too, and sets of ids of people whom the policies show to the asker.
grant execute on function access.sound_of(text), access.sounds_of(text), access.blocks_of(text, date), access.contact_blocks_of(text, text) to ct_staff, ct_worker;
grant execute on function access.find_persons(text, text, date), access.own_persons(), access.near_persons(text, date) to ct_staff;
