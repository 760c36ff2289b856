"""Sentences in words of their own: what says the same must pass, what says otherwise must not."""

import pytest

from dateline.write.checking.check import check_sentence

SAME = [
    (
        "Three soldiers were killed by gunmen near Baiji on Tuesday.",
        "Gunmen killed three soldiers near Baiji on Tuesday, the army said.",
    ),
    ("The bill was rejected by parliament.", "Parliament rejected the bill after a long debate on Monday."),
    (
        "At least 12 people died in the blast in Aden.",
        "The explosion in Aden killed at least 12 people, medics said.",
    ),
    ("The minister stepped down on Thursday.", "The minister resigned on Thursday over the affair."),
    ("12 people were hurt in the crash.", "Twelve people were injured in the crash, according to police."),
    (
        "Some 1.5 million people have fled their homes.",
        "About 1,500,000 people have fled their homes since March, the agency said.",
    ),
    (
        "The firm will invest $2bn in the plant.",
        "The company said it would invest two billion dollars in the plant.",
    ),
    ("The United States imposed sanctions on two banks.", "The US imposed sanctions on two banks on Friday."),
    (
        "The UN Security Council met in New York.",
        "The United Nations Security Council met in New York on Wednesday.",
    ),
    (
        "The IRGC launched a satellite.",
        "The Islamic Revolutionary Guard Corps launched a satellite from Semnan.",
    ),
    ("The European Union approved the plan.", "The EU has approved the plan after weeks of talks."),
    (
        "The Syrian Observatory for Human Rights said five fighters were killed.",
        "Five fighters were killed, the SOHR said. The SOHR is the Syrian Observatory for Human Rights.",
    ),
    ("The French president visited Beirut.", "The president of France visited Beirut on Thursday."),
    ("Turkish troops crossed the border.", "Troops from Turkey crossed the border at dawn."),
    (
        "Talks in the Swiss city of Geneva ended without a deal.",
        "Talks in Geneva, Switzerland, ended without a deal on Sunday.",
    ),
    ("The attack took place on 12 March.", "The attack took place on March 12, officials said."),
    (
        "The vote was held on March 12, 2020.",
        "The vote was held on 12/03/2020, the electoral commission said.",
    ),
    ("The vote was held on 2020-03-12.", "The vote was held on March 12, 2020."),
    ("The attack happened in mid-March.", "The attack happened in mid-March, when the road was closed."),
    ("The spokesman noted that the road remained closed.", "The road remains closed, the spokesman said."),
    (
        "According to the ministry, 14 trucks crossed the border.",
        "The ministry said 14 trucks had crossed the border.",
    ),
    ("Karimi said that talks would resume in May.", '"Talks will resume in May," Karimi said.'),
    (
        "In Homs, rebels shot down a helicopter, state media reported.",
        "State media reported that rebels shot down a helicopter in Homs.",
    ),
    ("Police on Monday detained five men in Lyon.", "Five men were detained by police in Lyon on Monday."),
    (
        "The governor visited the flooded villages.",
        "The governor, who took office in January, visited the flooded villages on Friday.",
    ),
    (
        "Rami al-Abdullah, a doctor, said the hospital had run out of oxygen.",
        "Rami al-Abdullah, a doctor at the main hospital, told reporters the hospital had run out of oxygen.",
    ),
    (
        "The blast killed five people and wounded 20.",
        "The blast killed five people. Another 20 were wounded, a nurse said.",
    ),
    (
        "The bus overturned near Multan, killing nine pilgrims.",
        "A bus overturned near Multan early on Saturday. Nine pilgrims were killed.",
    ),
    (
        "The bank has cut interest rates by half a point.",
        "The bank cut its interest rates by half a point on Thursday.",
    ),
    ("Protesters are demanding new elections.", "Protesters demanded new elections in front of the palace."),
    ("The strike allegedly killed a commander.", "The strike reportedly killed a commander."),
    ("Up to 30 people may have drowned.", "As many as 30 people might have drowned, the coast guard said."),
    ("The group is believed to have fled to Libya.", "Officials believe the group has fled to Libya."),
    ("The ministry did not comment.", "The ministry has not commented on the report."),
    ("The company denied that it had sold the arms.", "The company said it had not sold the arms."),
    ("No one was hurt in the fire.", "Nobody was injured in the fire, police said."),
    ("The talks failed to produce an agreement.", "The talks did not produce an agreement."),
    ("The town lies 20 km south of Kirkuk.", "The town lies 20 kilometres south of Kirkuk."),
    ("Prices rose by 3 percent in June.", "Prices rose 3% in June, the statistics office said."),
    ("A dozen houses burned down.", "Twelve houses burned down in the fire."),
    ("Qasem Soleimani was killed in Baghdad.", "Qassem Suleimani was killed in Baghdad in January."),
    ("Muammar Gaddafi fled Tripoli.", "Moammar Gadhafi has fled Tripoli, rebels said."),
    ("Kyiv said its forces had left the town.", "Kiev said its forces had left the town."),
    (
        "The organisation criticised the defence ministry.",
        "The organization criticized the defense ministry.",
    ),
    (
        "Chancellor Angela Merkel met Mr Macron in Berlin.",
        "German Chancellor Angela Merkel met French President Emmanuel Macron in Berlin.",
    ),
    (
        "Macron, the French president, said France would help.",
        "French President Emmanuel Macron said France would help.",
    ),
    (
        "Seven miners remain trapped underground.",
        "Rescuers are still trying to reach seven miners trapped underground.",
    ),
    (
        "Inflation slowed in May as fuel became cheaper.",
        "Inflation slowed in May because fuel became cheaper, the bank said.",
    ),
    ("The mayor called the decision “a mistake”.", "“The decision is a mistake,” the mayor said."),
    (
        "Haddad said the army would “not leave a single village”.",
        '"The army will not leave a single village," Haddad told state television.',
    ),
    ("The price of bread did not fall.", "The price of bread has not fallen."),
    ("The government refused to accept the offer.", "The government rejected the offer."),
    ("The court did not uphold the ruling.", "The court overturned the ruling."),
    (
        "Police arrested four suspects; two were later released.",
        "Police arrested four suspects on Sunday. Two of them were released later.",
    ),
    (
        "Lebanon's central bank governor was charged with embezzlement.",
        "Prosecutors charged the governor of Lebanon's central bank with embezzlement.",
    ),
    (
        "A court in Cairo sentenced 20 people to death.",
        "Twenty people were sentenced to death by a court in Cairo.",
    ),
    ("The arrival of the convoy was delayed by snow.", "Snow delayed the convoy's arrival."),
    (
        "The resignation of the prime minister followed weeks of protests.",
        "The prime minister resigned after weeks of protests.",
    ),
    ("More than 300 people were rescued.", "Rescuers pulled 312 people from the water."),
]
OTHERWISE = [
    (
        "Four soldiers were killed by gunmen near Baiji.",
        "Gunmen killed three soldiers near Baiji on Tuesday; four others escaped.",
    ),
    ("The explosion killed 20 people and wounded five.", "The explosion killed five people and wounded 20."),
    ("The party won 45 seats, down from 61.", "The party won 61 seats, up from 45."),
    ("More than 100 houses burned down.", "Fewer than 100 houses burned down in the fire, the mayor said."),
    ("2 million people fled.", "Two thousand people fled the town."),
    (
        "The attack took place on March 14.",
        "The attack on March 12 killed three. A second meeting is planned for March 14.",
    ),
    ("The minister resigned on Monday.", "The minister resigned on Thursday. The cabinet meets on Monday."),
    ("The law was passed in 2018.", "The law was passed in 2016 and amended in 2018."),
    (
        "Israel shot down a Syrian drone.",
        "Syria shot down an Israeli drone over the Golan, state media said.",
    ),
    (
        "Saudi Arabia accused Iran of attacking its ships.",
        "Iran accused Saudi Arabia of attacking its ships.",
    ),
    ("The rebels were attacked by the army in Homs.", "The army was attacked by the rebels in Homs."),
    ("Merkel criticised Macron.", "Macron criticised Merkel over the budget."),
    ("Armenia's forces were shelled by Russia.", "Azerbaijan shelled Armenian forces, Russia said."),
    ("Police threw stones at protesters.", "Protesters threw stones at police."),
    ("Hamas killed two Israeli soldiers.", "Israeli soldiers killed two Hamas fighters."),
    (
        "Lavrov said the talks had failed.",
        "Kerry said the talks had failed. Lavrov left Geneva without comment.",
    ),
    (
        "According to the army, 12 civilians were killed.",
        "Activists said 12 civilians were killed. The army said it had struck a depot.",
    ),
    ("The Taliban said 40 fighters were killed.", "The Afghan army said 40 Taliban fighters were killed."),
    ("Haddad warned of a famine.", "Nasser warned of a famine, while Haddad said stocks were sufficient."),
    ('"We will win," said Haddad.', '"We will win," said Nasser. Haddad did not speak.'),
    ("The ministry confirmed the report.", "The ministry did not confirm the report."),
    ("The talks produced an agreement.", "The talks failed to produce an agreement."),
    ("The hospital has oxygen.", "The hospital has no oxygen left, doctors said."),
    ("Nobody claimed responsibility.", "The Islamic State claimed responsibility for the attack."),
    ("The company sold the arms.", "The company denied that it had sold the arms."),
    ("He left the country without a passport.", "He left the country with a passport."),
    ("Iran denied it had attacked the ship.", "Iran said it had attacked the ship."),
    ("The strike killed a commander.", "The strike may have killed a commander, officials said."),
    ("The group fled to Libya.", "The group is believed to have fled to Libya."),
    ("Russia will send troops.", "Russia could send troops, the minister said."),
    ("Exactly 30 people drowned.", "Up to 30 people drowned."),
    ("The minister will certainly resign.", "The minister will probably resign."),
    ("The man is a spy.", "The man is suspected of being a spy."),
    ("The price of bread fell.", "The price of bread rose in June."),
    (
        "Parliament accepted the bill.",
        "After a long debate on Monday, parliament rejected the bill by 80 votes to 61.",
    ),
    ("The border crossing was reopened.", "Officials closed the border crossing on Friday."),
    ("The court overturned the ruling.", "The court upheld the ruling against the three journalists."),
    ("Exports shrank last year.", "Exports grew last year, helped by a weak currency."),
    (
        "The rebels lost the town of Saraqib.",
        "The rebels captured the town of Saraqib on Tuesday, their commander said.",
    ),
    ("The two sides ended their talks.", "The two sides began their talks in Oslo on Sunday."),
    ("The army entered the city.", "The army withdrew from the city at dawn."),
    ("The opposition praised the decision.", "The decision was condemned by the opposition."),
    ("He was released on bail.", "He was remanded in custody and arrested again on Monday."),
    ("Clashes were reported in northern Aleppo.", "Clashes were reported in southern Aleppo."),
    ("The convoy travelled from Basra to Amara.", "The convoy travelled from Amara to Basra."),
    (
        "Prime Minister Hassan Diab resigned.",
        "Prime Minister Saad Hariri resigned. Hassan Diab was named his successor.",
    ),
    ("Ahmed Karimi was arrested.", "Mohsen Karimi was arrested. His brother Ahmed fled."),
    ("The town lies 20 miles south of Kirkuk.", "The town lies 20 kilometres south of Kirkuk."),
    ("The company lost 3 million euros.", "The company lost 3 million dollars."),
    ("The truce will last 72 days.", "The truce will last 72 hours."),
    ("12 people were wounded in the attack.", "The attack killed 12 people, medics said."),
    ("The mayor called the decision “a disgrace”.", "“The decision is a mistake,” the mayor said."),
    (
        "“The army will leave every village,” Haddad said.",
        '"The army will not leave a single village," Haddad told state television.',
    ),
    ("It was the third attack in a week.", "It was the second attack in a week."),
    ("The army is larger than the militia.", "The militia is larger than the army."),
    ("The two leaders agreed to meet.", "The two leaders refused to meet."),
    ("The president vetoed the law.", "The president signed the law."),
    (
        "The road is open at Mandali in the south and at Bashmakh in the south.",
        "The road is open at Mandali in the south and at Bashmakh in the north.",
    ),
]


@pytest.mark.parametrize(("sentence", "source"), SAME)
def test_an_honest_paraphrase_passes(sentence: str, source: str) -> None:
    assert check_sentence(sentence, [source]) == ()


@pytest.mark.parametrize(("sentence", "source"), OTHERWISE)
def test_what_the_source_says_otherwise_is_found(sentence: str, source: str) -> None:
    assert check_sentence(sentence, [source])
