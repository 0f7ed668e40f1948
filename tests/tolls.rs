//! The headline answer of an article for an outcome: a printed total, or a sum of disjoint parts that is marked derived.

use casualty_compare::extract;
use casualty_compare::model::{Outcome, Toll};

fn killed(text: &str) -> Toll {
    let read = extract(text);
    let toll = read
        .tolls
        .iter()
        .find(|toll| toll.outcome == Outcome::Killed);
    toll.unwrap_or_else(|| panic!("no toll of {text:?}"))
        .clone()
}

fn check(text: &str, people: u64, derived: bool) {
    let toll = killed(text);
    assert_eq!((toll.low, toll.derived), (Some(people), derived), "{text}");
}

#[test]
fn a_printed_total_leads() {
    check(
        "At least 40 people were killed. Nine of them were children.",
        40,
        false,
    );
    check(
        "Twelve soldiers and three civilians were killed, bringing the death toll to 27.",
        27,
        false,
    );
}

#[test]
fn a_total_far_behind_holds_what_was_found_first() {
    check(
        "Divers find 12 more bodies\n\nDivers found 12 more bodies of migrants on Sunday.\n\nThe survivors were \
         taken to a school.\n\nThe latest find brought to 58 the number of people confirmed dead.",
        58,
        false,
    );
}

#[test]
fn children_among_migrants_are_no_others() {
    check(
        "Some 163 migrants have died off Vellin.\n\nThe bodies of four babies were found on a beach.",
        163,
        false,
    );
}

#[test]
fn a_round_number_of_the_lead_stands_for_the_one_behind_it() {
    check(
        "A crush at a shrine killed more than 200 people, police said.\n\nThe death toll was at least 222 on Tuesday.",
        222,
        false,
    );
    check(
        "A crush at a shrine killed more than 200 people, police said.\n\nA doctor said 290 people had died.",
        200,
        false,
    );
}

#[test]
fn what_is_told_overall_holds_what_was_told_of_places() {
    check(
        "In Orlen, 29 people drowned when a ship sank. A landslide killed 13 people in Tarn.\n\nIn all, the storm \
         killed 73 people.",
        73,
        false,
    );
    check(
        "Overall, the storm killed 73 people.\n\nIn Orlen, 29 people drowned.",
        73,
        false,
    );
}

#[test]
fn such_deaths_of_a_longer_time_do_not_lead() {
    check(
        "Medics said that 10 people were killed by gunfire near an aid site, the latest of nearly 800 such deaths since late May.",
        10,
        false,
    );
}

#[test]
fn indirect_deaths_are_others_than_direct_ones() {
    check(
        "Altogether, the storm was responsible for 35 direct deaths and 54 indirect deaths.",
        89,
        true,
    );
}

#[test]
fn parts_in_brackets_add_nothing_to_their_whole() {
    check(
        "12 people were killed during the outbreak: two in Orlen, three in Sarn, and seven in Tarn (one in the town, three in \
         its villages, and three more elsewhere).",
        12,
        false,
    );
}

#[test]
fn people_told_before_are_no_fewer_than_a_later_whole() {
    check(
        "At least 24 civilians were killed in raids at the weekend. Jets hit cars on Saturday, killing 14 people.",
        24,
        false,
    );
    check(
        "Soldiers shot dead five people in two towns. A source said they shot four near Tarn. Another person was \
         killed in Sarn.",
        5,
        false,
    );
}

#[test]
fn the_largest_of_those_told_before_leads() {
    check(
        "Rebels killed 11 foreign fighters in Sarn. Raids killed 98 civilians near Orlen. The third night left eight dead.",
        98,
        false,
    );
}

#[test]
fn what_came_before_does_not_lead() {
    check(
        "Two people were killed in the strikes. The region had been braced for raids after bombers killed 25 people \
         on Saturday.",
        2,
        false,
    );
}

#[test]
fn people_listed_beside_one_another_add_up() {
    check("Seven civilians and three soldiers were killed.", 10, true);
    check(
        "A bomb killed 12 Tesseran clerks and engineers and four Karsovan technicians.",
        16,
        true,
    );
    check("The fire killed five nurses and a cook.", 6, true);
}

#[test]
fn groups_that_cut_across_do_not_add_up_with_others() {
    check(
        "Forty civilians died. Twelve women were killed, the mayor said.",
        40,
        false,
    );
}

#[test]
fn a_count_told_apart_between_commas_is_not_added_to_itself() {
    check(
        "Three clerks, two Tesserans and one Karsovan, were killed in Ulm.",
        3,
        false,
    );
}

#[test]
fn what_is_found_later_adds_to_the_whole_right_before_it() {
    check(
        "The bodies of 14 people were found in an orchard. Shortly after, three more bodies were found.",
        17,
        true,
    );
}

#[test]
fn the_wounded_who_die_later_add_to_the_dead() {
    check(
        "A bomb killed two people at once and injured over fifty. Five of the wounded later died.",
        7,
        true,
    );
}

#[test]
fn relatives_named_beside_one_another_are_counted() {
    check(
        "A baker and his wife were shot dead at their door.",
        2,
        true,
    );
    check("A tailor, his daughter and his nephew died.", 3, true);
}

#[test]
fn what_is_found_later_is_not_added_to_a_total_told_after_it() {
    check(
        "The bodies of 14 people were found. Three more bodies were found on Sunday. The death toll stands at 17.",
        17,
        false,
    );
}

#[test]
fn other_times_and_denied_figures_make_no_toll() {
    let read =
        extract("Last year 60 people died there. The ministry denied that 40 people were killed.");
    assert_eq!(read.tolls, []);
}

#[test]
fn others_behind_another_outcome_are_all_of_theirs() {
    let read = extract(
        "Shells killed 12 children and wounded 31 others. In all 31 were wounded, she said.",
    );
    let injured = (read.tolls.iter()).find(|toll| toll.outcome == Outcome::Injured);
    assert_eq!(injured.and_then(|toll| toll.low), Some(31));
}

#[test]
fn a_vague_claim_of_a_party_makes_no_toll_beside_a_report() {
    check(
        "Masked men killed two guards. The group claimed responsibility for killing several guards.",
        2,
        false,
    );
}

#[test]
fn one_who_was_also_killed_adds_to_those_before() {
    check(
        "Two officials were killed in their office. A policeman was also killed.",
        3,
        true,
    );
}

#[test]
fn what_is_feared_or_at_most_does_not_lead_over_a_count() {
    check(
        "At least 27 people died. More than 60 people are feared dead, a council said.",
        27,
        false,
    );
    check(
        "Up to 90 people died in the hall, a radio said. Police said 83 people had died.",
        83,
        false,
    );
    check(
        "Ten people were killed on Friday. On other days scores of people were killed.",
        10,
        false,
    );
}

#[test]
fn dead_attackers_do_not_lead_over_their_victims() {
    check(
        "One man in the van was killed. Four of the attackers were killed by guards.",
        1,
        false,
    );
    check(
        "The raid left five clerks dead as well as the six attackers.",
        11,
        true,
    );
}

#[test]
fn one_who_was_also_killed_adds_to_a_woman_or_child_before() {
    check(
        "A Norland woman was killed near the falls. A Tesseran guide was also killed.",
        2,
        true,
    );
}

#[test]
fn a_larger_figure_by_sex_leads_over_a_smaller_one_by_status() {
    check(
        "The crowd killed six men in Orlen. Two suspects were killed on Friday.",
        6,
        false,
    );
}

#[test]
fn numbers_with_places_of_their_own_add_up() {
    check(
        "Six people died in Aln, three in Bex and one in Orm.",
        10,
        true,
    );
    check(
        "Nine people died in the storm, five in Aln and four in Bex.",
        9,
        false,
    );
    check(
        "Troops killed seven villagers. They killed three villagers in Aln and four in Bex.",
        7,
        false,
    );
}

#[test]
fn others_killed_in_the_same_sentence_add_up() {
    check(
        "A fight broke out, in which four people died, and two other people were killed later.",
        6,
        true,
    );
}

#[test]
fn what_adds_to_nothing_told_is_the_whole() {
    check(
        "At least 16 other people were killed: nine civilians and four rebels.",
        16,
        false,
    );
}

#[test]
fn a_group_that_is_only_claimed_does_not_stand_for_the_whole() {
    check(
        "Drones killed nine people in the port. The ministry said its forces had \u{201c}eliminated up to 60 mercenaries\u{201d}, a claim that could not be verified.",
        9,
        false,
    );
}

#[test]
fn strikes_that_also_killed_add_up() {
    check(
        "Strikes killed four civilians in Aln. They also killed two civilians in Bex.",
        6,
        true,
    );
    // Told of others by another source, they may be among those counted.
    check(
        "Nine people were killed in the fire. Seven people were also killed there, the mayor said.",
        9,
        false,
    );
}

#[test]
fn another_one_killed_elsewhere_adds_to_the_dead() {
    check(
        "Masked men shot five people dead. Another person was shot dead on Monday, while another was killed in Aln.",
        7,
        true,
    );
    // The dead of one village are among the 15.
    check(
        "At least 15 people were killed in attacks on villages. In Aln, eight bodies were found, and two other people were killed near Bex.",
        15,
        false,
    );
}

#[test]
fn a_figure_that_is_at_most_so_many_is_no_part() {
    check(
        "Smugglers may have killed as many as ten travellers. At least four travellers died on Friday. Police later shot dead at least two more travellers.",
        6,
        true,
    );
}

#[test]
fn a_bomber_who_kills_himself_and_others_is_counted_with_them() {
    check(
        "A bomber struck, killing himself and three officers.",
        4,
        true,
    );
    check(
        "A bomber blew himself up, killing three officers.",
        3,
        false,
    );
}

#[test]
fn what_a_sentence_tells_in_passing_does_not_lead() {
    check(
        "Two officers were killed in Orlen as they were investigating an attack that killed three guards.",
        2,
        false,
    );
    check(
        "A bomb killed nine people in a market. It hit the valley where at least 460 people have died.",
        9,
        false,
    );
    check(
        "Shelling killed six civilians in Orlen, among some 15 dead nationwide.",
        6,
        false,
    );
    check(
        "Gunmen killed nine farmers, bringing the number of people killed since the war began to 41.",
        9,
        false,
    );
}

#[test]
fn what_is_told_of_the_event_leads_wherever_it_stands() {
    check(
        "A blast that has killed 20 people shook Orlen on Monday. Ten bodies lie in the morgue.",
        20,
        false,
    );
    check(
        "Floods killed six people in Orlen, bringing the nationwide death toll to 40.",
        40,
        false,
    );
    check(
        "Rescuers found nine bodies, bringing the number of people killed since the floods began to 41.",
        41,
        false,
    );
}

#[test]
fn what_only_the_attackers_claim_does_not_lead() {
    check(
        "The raid killed four officers. The Coastal Front claimed responsibility. The group stated that six officers were killed.",
        4,
        false,
    );
    check(
        "The raid killed four officers. The Coastal Front claimed responsibility. The ministry stated that six officers were killed.",
        6,
        false,
    );
}

#[test]
fn one_person_and_a_number_told_beside_add_up() {
    check(
        "A man was shot dead by a rival clan, and his relatives later shot dead five men.",
        6,
        true,
    );
    check("Five men were killed, one of them a baker.", 5, false);
}

#[test]
fn gunmen_by_two_counts_are_not_added_up() {
    check(
        "Thirty gangsters were killed overnight. By another count, police shot dead at least 12 attackers.",
        30,
        false,
    );
    check("Police killed six rebels and two attackers.", 8, true);
}

#[test]
fn people_killed_on_several_days_of_a_month_add_up() {
    check(
        "A farmer was shot dead near Aln on the 5th. On the 7th, raiders killed two herders. A farmer died on the 9th of his wounds.",
        4,
        true,
    );
    check(
        "On 3 May a mine killed two children. On 8 May a clash left one soldier dead.",
        3,
        true,
    );
}

#[test]
fn counts_as_of_several_days_do_not_add_up() {
    check(
        "By 5 March, 12 people had died. By 8 March, 15 people had died.",
        15,
        false,
    );
    check(
        "As of 5 March, 12 people are dead. As of 8 March, 15 people are dead.",
        15,
        false,
    );
    check(
        "On 5 March, 12 people were dead, the ministry said. On 8 March, 15 people were dead, it said.",
        15,
        false,
    );
    check(
        "At least 15 people were killed in May. On 3 May a mine killed two children.",
        15,
        false,
    );
}

#[test]
fn a_total_holds_those_found_last() {
    check(
        "Wildfire deaths reach 16\n\nSARN - Firefighters found four more bodies in a burnt village on Sunday, taking the \
         number of dead to 16.",
        16,
        false,
    );
    check(
        "The number of dead has risen to 41 after eight more patients died in hospital.",
        41,
        false,
    );
}

#[test]
fn a_total_of_a_longer_spell_does_not_lead_over_its_incident() {
    check(
        "Guards shot dead 19 strikers on Monday, raising the toll of three days to 48.",
        19,
        false,
    );
    check(
        "The militia killed seven villagers, taking the number of dead since Sunday to 38.",
        7,
        false,
    );
    check(
        "Rescuers found 12 more bodies on Friday, bringing the toll since Thursday's quake to 53.",
        53,
        false,
    );
    check(
        "Gunmen killed 12 herders late on Wednesday, bringing the death toll to 35.",
        35,
        false,
    );
}

#[test]
fn the_lead_answers_before_larger_figures_further_down() {
    check(
        "Market blasts kill at least 41\n\nKOLMAR - Two bombs killed at least 41 people on Tuesday, officials said.\n\nThe \
         group said that \"more than 70 agents of the regime\" had been killed.",
        41,
        false,
    );
    check(
        "At least 30 soldiers were killed on the border on Monday, both sides said.\n\nMore than 900 people are missing \
         from the wars that claimed some 30,000 lives.",
        30,
        false,
    );
}

#[test]
fn what_adds_to_the_lead_stands_right_behind_it() {
    check(
        "Twelve people died in the flood, police said.\n\nThree more bodies were found on Friday.",
        15,
        true,
    );
    check(
        "Twelve people died in the flood, police said.\n\nRoads are closed.\n\nIn the north two soldiers were \
         hurt.\n\nThree other people were killed by a landslide near Orm.",
        12,
        false,
    );
}

#[test]
fn a_rounded_headline_gives_way_to_the_number_that_it_rounds() {
    check(
        "Massacre toll nears 200\n\nAt least 184 people were killed in the slum, the office said.",
        184,
        false,
    );
}

#[test]
fn what_a_headline_counts_is_not_added_to_its_own_words_in_the_text() {
    let read = extract(
        "Two dead, 5 hurt in crash\n\nTwo people were killed and five other people were hurt when a van left the road.",
    );
    let injured = (read.tolls.iter()).find(|toll| toll.outcome == Outcome::Injured);
    assert_eq!(injured.and_then(|toll| toll.low), Some(5));
}

#[test]
fn what_adds_to_the_dead_is_told_twice_and_does_not_add() {
    let read = extract(
        "Nine dead in mudslide\n\n64 others missing in Orlen\n\nNine bodies were found in Orlen on Friday, and more than 60 \
         more villagers are still missing. The mayor read out the names of the 64 missing villagers.",
    );
    let missing = (read.tolls.iter()).find(|toll| toll.outcome == Outcome::Missing);
    assert_eq!(missing.and_then(|toll| toll.low), Some(64));
    assert!(missing.is_some_and(|toll| !toll.derived));
}

#[test]
fn the_others_of_those_told_do_not_add() {
    check(
        "Three people died when a truck hit a trailer. The driver died at the scene, the other two died in hospital.",
        3,
        false,
    );
}

#[test]
fn one_person_told_in_two_sentences_is_counted_once() {
    check(
        "Police say a clerk opened fire, killing Tomas Bern, 40.\n\nIt was hard to see one of their colleagues gunned down, she said.",
        1,
        false,
    );
    check(
        "Zora Hallen, 34, was fatally shot while she fetched her son.\n\nThe court saw a film of the moment a mother was gunned down.",
        1,
        false,
    );
    check(
        "Briton dies in avalanche\n\nA British man and his guide were killed on Monday.",
        2,
        true,
    );
    check(
        "One man is dead after a shooting at a party.\n\nA man who had been let go came back, shot and killed another man, police said.",
        1,
        false,
    );
    check(
        "A man stabbed his wife and his own mother to death.\n\nBoth women had been stabbed to death at home, she said.",
        2,
        true,
    );
    // "One policeman" and "also" tell of others.
    check(
        "A candidate for the council was killed in Orlen. One policeman died in Betsa.",
        2,
        true,
    );
    check(
        "A farmer was shot dead on Monday. A teenager was also killed.",
        2,
        true,
    );
}

#[test]
fn victims_whom_a_sentence_only_names_are_no_more_people() {
    check(
        "A bomb killed a police officer and a bomb technician.\n\nThe victims have been identified as Senior Trooper Wil Hakim and Captain Tom Tenn.",
        2,
        true,
    );
    check("Mayor Imre Dost was among the dead.", 1, false);
}

#[test]
fn people_shot_are_no_toll_where_their_fate_is_told() {
    let casualties = |text: &str| {
        let tolls = extract(text).tolls;
        let toll = tolls
            .into_iter()
            .find(|toll| toll.outcome == Outcome::Casualties);
        toll.and_then(|toll| toll.low)
    };
    let shot = "Three people were shot at the plant.";
    assert_eq!(casualties(shot), Some(3));
    let told = format!("Two women were killed and a man was hurt.\n\n{shot}");
    assert_eq!(casualties(&told), None);
    let more = format!("A woman was killed.\n\n{shot}");
    assert_eq!(casualties(&more), Some(3));
    // The zero of another day is no toll beside the dead.
    assert_eq!(
        casualties("A quake killed nine people. A quake in May caused no casualties."),
        None
    );
}

#[test]
fn another_number_adds_to_what_was_told_before_it() {
    check(
        "Eight civilians were killed with knives in Orlen. Another 12 bodies were found in the woods.",
        20,
        true,
    );
    check(
        "Eight people were killed in Orlen. A sniper later shot dead a girl of 16.",
        9,
        true,
    );
    check(
        "Four civilians were killed in Orlen. Later on the same day, three nuns were killed in a strike on a house.",
        7,
        true,
    );
}

#[test]
fn another_number_does_not_add_to_a_part() {
    check(
        "The monitor said 58 civilians were killed, among them 20 who died in Orlen. Another 15 civilians were killed in \
         Sarn.",
        58,
        false,
    );
    check(
        "Troops killed 16 civilians in the country on Sunday. Nine civilians were killed in Orlen. Shells killed another \
         three civilians there.",
        16,
        false,
    );
}

#[test]
fn the_place_that_a_lead_opens_with_is_where_the_event_was() {
    check(
        "In Orlen state, gunmen on Sunday killed more than 71 people and burned down mills.\n\nThe attackers fled.\n\nThe \
         front has caused over 34,000 deaths in this area.",
        71,
        false,
    );
}

#[test]
fn the_number_of_a_week_is_not_the_days() {
    check(
        "Some 24 people were killed in Orlen on Thursday, taking the number of miners killed this week to over 60.",
        24,
        false,
    );
}

#[test]
fn families_are_not_added_to_people() {
    let read = extract("The storm has affected 1,200 families or about 5,000 people in Orlen.");
    let lows: Vec<_> = read.tolls.iter().map(|toll| toll.low).collect();
    assert_eq!(lows, [Some(5000)]);
}

#[test]
fn what_the_event_answers_does_not_add_to_it() {
    check(
        "Twenty-three Iraqis and three Israelis were killed on Thursday, as the army struck back after a rocket killed \
         two children in a border town.",
        26,
        true,
    );
}

#[test]
fn a_group_of_a_headline_is_told_again_in_the_lead() {
    check(
        "Bomb kills Sarn mayor\n\nA bomb killed the mayor of Sarn and two of his bodyguards on Monday, police said.",
        3,
        true,
    );
    check(
        "Three Orlen soldiers killed by tank\n\nA tank crew took three policemen for rebels and shot dead three policemen on \
         Friday.",
        3,
        false,
    );
    check(
        "Judge, two guards killed in Sarn\n\nTwo guards were killed in Sarn on Monday, police said.",
        3,
        true,
    );
}

#[test]
fn what_headline_and_lead_tell_leads() {
    check(
        "Air strike kills three medics\n\nThree medics were killed and two others hurt in an air strike on Orlen, the \
         ministry said on Saturday.\n\n\"To date, 25 medics have been killed,\" the ministry added.",
        3,
        false,
    );
}

#[test]
fn those_named_or_placed_beside_one_another_add_up() {
    check(
        "The victims were identified as Ana Rell, Tom Verin and Imre Dost.",
        3,
        true,
    );
    check("Four died on the spot and two in hospital.", 6, true);
    check("A father and son were shot dead.", 2, true);
}

#[test]
fn the_toll_holds_the_bodies_that_were_found() {
    check(
        "A woman sat among six bodies in a truck in Orlen.\n\nBy evening the police chief put the death toll at 116.",
        116,
        false,
    );
    check(
        "Five more people died in the floods on Monday.\n\nThe floods have claimed a total of 817 lives in Ulden.",
        817,
        false,
    );
}

#[test]
fn clauses_with_places_of_their_own_add_up() {
    check(
        "Nine people were executed in Orlen, 20 were executed in Sarn, and the rest, 39, were executed in Tarn, the \
         report said.",
        68,
        true,
    );
    check(
        "Thirty people died in the storm, nine died in Orlen and 21 died in Sarn.",
        30,
        false,
    );
}

#[test]
fn places_that_were_also_struck_add_to_the_toll() {
    check(
        "Twenty-seven civilians were killed on Thursday. Air strikes also killed two civilians in Orlen, five in Sarn \
         and three in Tarn, police said.",
        37,
        true,
    );
}

#[test]
fn days_add_up_whoever_confirms_them() {
    check(
        "A gunman killed a soldier in Orlen on March 17. On the 19th, soldiers killed a farmer, police said. On the \
         27th, two herders were killed, with the army saying that they were armed.",
        4,
        true,
    );
    check(
        "On 5 May, police said 12 people died. On 6 May, the ministry said 15 people died.",
        15,
        false,
    );
}

#[test]
fn an_older_attack_does_not_lead() {
    check(
        "Two protesters were killed in Orlen on Friday. One week prior, a rally ended with the killing of three people.",
        2,
        false,
    );
    check(
        "Three people were killed in Orlen. The violence came on the heels of the killing of eight people in Sarn.",
        3,
        false,
    );
}

#[test]
fn deaths_further_down_do_not_add_to_those_of_the_lead() {
    check(
        "Five medics killed in strikes\n\nFive medics were killed in two strikes on Friday.\n\nThe clinic burnt down.\n\n\
         Elsewhere, four gunmen were killed in a raid.",
        5,
        false,
    );
    check(
        "Two women killed in strike\n\nTwo women were killed in a strike on Orlen on Friday.\n\nThe governor spoke of hard \
         days.\n\nThree more bodies were found in the rubble.",
        5,
        true,
    );
}

#[test]
fn a_larger_group_told_behind_the_dead_of_the_lead_does_not_lead() {
    check(
        "At least 10 people were killed in Orlen on Friday, medics said. An envoy said 60 soldiers were killed by a raid on a \
         camp in the south.",
        10,
        false,
    );
    check(
        "Five people were killed in Orlen, medics said. A monitor counted seven civilians killed.",
        7,
        false,
    );
}

#[test]
fn what_the_title_and_the_text_below_it_say_leads_over_much_more_behind() {
    check(
        "Strikes kill eight in Orlen\n\nAt least eight people were killed in two strikes on Orlen, medics said. There has been \
         a rise in violence. More than 690 people have been killed in the valley, a ministry says.",
        8,
        false,
    );
    check(
        "Bomb kills 18 civilians\n\nA bomb killed 18 civilians in Orlen on Friday. Twenty-six civilians were killed on Thursday \
         when a shell hit Sarn.",
        18,
        false,
    );
    // Those of a country are among all.
    check(
        "Two Britons killed in bus crash\n\nTwo Britons were killed when a bus crashed in Orlen on Friday. At least 15 people \
         died in the crash.",
        15,
        false,
    );
    // A total is the event's, and a few more are a later count.
    check(
        "Bomb kills 18 people\n\nA bomb killed 18 people in Orlen on Friday. By night the death toll had risen to 41.",
        41,
        false,
    );
    check(
        "Bomb kills 18 people\n\nA bomb killed 18 people in Orlen on Friday. The toll in the worst riots in years reached \
         462.",
        18,
        false,
    );
    check(
        "Bomb kills 18 people\n\nA bomb killed 18 people in Orlen on Friday, police said. A hospital said that 20 people were \
         killed.",
        20,
        false,
    );
}
