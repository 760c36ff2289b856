"""Sentences that narrow what they tell: offices, shares, ranks, changes, causes, what came first."""

import pytest

from dateline.write.checking.check import check_sentence

SAME = [
    (
        "Rockets killed three people, one of them a foreign soldier.",
        "Rockets killed three people, including a foreign soldier.",
    ),
    ("Police arrested one man.", "Police arrested a man in Balad."),
    ("The mosque is the region’s second oldest.", "It is the second oldest mosque in the region."),
    (
        "A nurse said doctors at the clinic treated children.",
        "Doctors treated children at the clinic, a nurse said.",
    ),
    (
        "The convoy covered 40 km before reaching the border.",
        "The convoy drove 40 kilometres to the border, the army said.",
    ),
    (
        "Half the villages were without electricity.",
        "Half of the villages lost power, the grid operator said.",
    ),
    ("One third of lawmakers backed the bill.", "A third of the members voted for the bill on Tuesday."),
    (
        "The port of Kirmanj, second largest in the country, was shut on Monday.",
        "Kirmanj, the country’s second largest port, was closed on Monday.",
    ),
    (
        "The attack was the fifth of its kind in a month.",
        "It was the fifth such attack in a month, police said.",
    ),
    ("Dara Salim, the deputy minister, has resigned.", "The deputy minister Dara Salim resigned on Monday."),
    (
        "The envoy was received by deputy foreign minister Lana Aziz.",
        "Deputy foreign minister Lana Aziz met the envoy on Monday.",
    ),
    (
        "The bank’s former president, Omar Kareem, was detained in Balad.",
        "The former president of the bank, Omar Kareem, was arrested in Balad.",
    ),
    (
        "The order was signed by Governor Rana Hadi on Sunday.",
        "The governor, Rana Hadi, signed the order on Sunday.",
    ),
    ("In May, inflation climbed to 9 percent.", "Inflation rose to 9 percent in May, the bank said."),
    ("Prices fell by half in June.", "Prices halved in June, the traders’ union said."),
    ("Exports grew 12 percent last year.", "Exports rose by 12 percent last year."),
    (
        "After the dam burst the gates were opened, according to the governor.",
        "The gates were opened because the dam burst, the governor said.",
    ),
    (
        "Workers called the strike because the school had been closed.",
        "The strike was called due to the closure of the school.",
    ),
    (
        "A diplomat said the talks had collapsed before the attack.",
        "The talks broke down before the attack, a diplomat said.",
    ),
    (
        "Witnesses heard shots after the minister’s arrival.",
        "Shots were fired after the minister arrived, witnesses said.",
    ),
    (
        "Once the ceasefire had been signed, the troops left.",
        "The troops left after the ceasefire was signed.",
    ),
    (
        "On Friday the northern part of the city was left without power.",
        "The north of the city lost power on Friday.",
    ),
    (
        "A spokesman said that the army had bombed the airport alone.",
        "The army bombed only the airport, a spokesman said.",
    ),
    (
        "Mediators said some of the hostages were released on Friday.",
        "Some of the hostages were freed on Friday, the mediators said.",
    ),
    (
        "The company said that most of the crew had survived.",
        "Most members of the crew survived, the company said.",
    ),
    (
        "According to their families, no prisoner was released.",
        "None of the prisoners were released, their families said.",
    ),
    (
        "The bank said there was no evidence of a risk.",
        "“There is no evidence that there is a risk,” the bank said.",
    ),
    (
        "Salim said they would leave the town if attacked.",
        "Salim said: “We will leave the town if we are attacked.”",
    ),
    (
        "The group may be banned, the ministry’s spokesman said.",
        "The ministry could ban the group, its spokesman said.",
    ),
    ("The verdict was overturned by the court on Thursday.", "The court overturned the verdict on Thursday."),
    (
        "Residents said the rebels had shelled the town for two days.",
        "The rebels shelled the town for two days, residents said.",
    ),
    ("Until March the plant was shut.", "The plant was shut until March, the operator said."),
    ("Men younger than 60 fall under the law.", "The law applies to men under 60."),
    (
        "Nine of the 12 seats went to the Reform Party.",
        "The Reform Party won nine of the 12 seats in Sunday’s vote.",
    ),
    (
        "The lake is 30 miles north of the capital.",
        "The lake lies 30 miles north of the capital, the guide says.",
    ),
    (
        "Some 2 million barrels of oil were on board the tanker.",
        "The tanker carried some 2 million barrels of oil, its owner said.",
    ),
    ("Farmers say three quarters of the crop is gone.", "Three quarters of the crop was lost, farmers said."),
    ("On Sunday a third of voters stayed at home.", "One third of voters stayed at home on Sunday."),
    (
        "The rebels have taken a third city this year, Lerik.",
        "Lerik is the third city to fall to the rebels this year.",
    ),
    (
        "Sina Rad, the president, opened the bridge on Friday.",
        "President Sina Rad opened the bridge on Friday.",
    ),
    (
        "Prime Minister Tarek Mansour has arrived in Rome.",
        "The prime minister, Tarek Mansour, arrived in Rome on Monday.",
    ),
    (
        "In April oil output dropped by 3 million barrels a day.",
        "Oil output fell by 3 million barrels a day in April.",
    ),
    (
        "According to shoppers the price of bread has doubled in a month.",
        "Bread prices doubled in a month, shoppers said.",
    ),
    (
        "Because riots had broken out in the port, a curfew was imposed.",
        "The curfew was imposed because riots broke out in the port.",
    ),
    (
        "The flood was caused by heavy rain in the hills, officials said.",
        "Heavy rain in the hills led to the flood, officials said.",
    ),
    ("Before the talks collapsed, the envoy flew home.", "The envoy flew home before the talks collapsed."),
    ("The governor resigned after protests had begun.", "Protests began before the governor resigned."),
    (
        "After police had fired tear gas, protesters threw stones.",
        "Protesters threw stones after police fired tear gas.",
    ),
    (
        "A nurse said doctors at the clinic treated children.",
        "Doctors treated children at the clinic, a nurse said.",
    ),
    (
        "The custodian said women may enter the shrine on Fridays only.",
        "Women may enter the shrine only on Fridays, the custodian said.",
    ),
    ("In the province, a few schools have opened again.", "A few schools in the province have reopened."),
    ("The agency said that few refugees had returned.", "Few of the refugees returned, the agency said."),
    (
        "Moradi called the reactor safe “unless the pumps fail”.",
        "“The reactor is safe unless the pumps fail,” Moradi said.",
    ),
    (
        "Rad said he accepted the plan provided that it was amended.",
        "Rad said “we accept the plan provided that it is amended”.",
    ),
    (
        "Since May the border has been open, according to traders.",
        "The border has been open since May, traders said.",
    ),
    ("Offices far from the port were searched.", "The offices far from the port were searched."),
    (
        "A rebel commander said the army had taken no part of the town.",
        "The army has taken none of the town, a rebel commander said.",
    ),
    ("The ship went down before leaving Aden.", "The ship sank before it had left Aden."),
    (
        "The drones were sold to Turkey by Ethiopia last year.",
        "Ethiopia sold the drones to Turkey last year.",
    ),
    ("He was sentenced to nine years in prison.", "The court sentenced him to nine years in prison."),
    (
        "The minister’s deputy said the dam would be finished in 2027.",
        "The deputy minister said the dam would be finished in 2027.",
    ),
]
OTHERWISE = [
    (
        "Rockets killed three people, one of them a foreign soldier.",
        "Rockets killed three people, two of them foreign soldiers, the coalition said.",
    ),
    ("Police arrested one man.", "Police arrested two men in Balad."),
    ("It is the oldest mosque in the region.", "It is the second oldest mosque in the region."),
    ("The plane sank to 3,000 metres.", "The plane sank by 3,000 metres before it turned, the pilot said."),
    (
        "The convoy drove 40 miles to the border.",
        "The convoy drove 40 kilometres to the border, the army said.",
    ),
    ("A third of the villages lost power.", "Half of the villages lost power, the grid operator said."),
    ("Half of the members voted for the bill.", "A third of the members voted for the bill on Tuesday."),
    (
        "Kirmanj is the country’s third largest port.",
        "Kirmanj, the country’s second largest port, was closed on Monday.",
    ),
    ("It was the second such attack in a month.", "It was the fifth such attack in a month, police said."),
    ("The minister Dara Salim resigned.", "The deputy minister Dara Salim resigned on Monday."),
    (
        "Foreign minister Lana Aziz met the envoy.",
        "Deputy foreign minister Lana Aziz met the envoy on Monday.",
    ),
    (
        "The president of the bank, Omar Kareem, was arrested.",
        "The former president of the bank, Omar Kareem, was arrested in Balad.",
    ),
    (
        "The acting governor, Rana Hadi, signed the order.",
        "The governor, Rana Hadi, signed the order on Sunday.",
    ),
    ("Inflation slowed to 9 percent in May.", "Inflation rose to 9 percent in May, the bank said."),
    ("Prices doubled in June.", "Prices halved in June, the traders’ union said."),
    ("Exports fell by 12 percent.", "Exports rose by 12 percent last year."),
    ("Exports rose to 12 percent of output.", "Exports rose by 12 percent of output last year."),
    (
        "The dam burst because the gates were opened.",
        "The gates were opened because the dam burst, the governor said.",
    ),
    ("The school was closed due to the strike.", "The strike was called due to the closure of the school."),
    ("The talks broke down after the attack.", "The talks broke down before the attack, a diplomat said."),
    (
        "Shots were fired before the minister arrived.",
        "Shots were fired after the minister arrived, witnesses said.",
    ),
    ("The troops left before the ceasefire was signed.", "The troops left after the ceasefire was signed."),
    ("Only the north of the city lost power.", "The north of the city lost power on Friday."),
    ("The army bombed the airport.", "The army bombed only the airport, a spokesman said."),
    ("All the hostages were freed.", "Some of the hostages were freed on Friday, the mediators said."),
    ("All members of the crew survived.", "Most members of the crew survived, the company said."),
    ("Some of the prisoners were released.", "None of the prisoners were released, their families said."),
    ("The bank said “there is a risk”.", "“There is no evidence that there is a risk,” the bank said."),
    ("Salim said: “We will leave the town.”", "Salim said: “We will leave the town if we are attacked.”"),
    ("Hadi said “the deal is dead”.", "Hadi said: “Nobody should think that the deal is dead.”"),
    ("The ministry will ban the group.", "The ministry could ban the group, its spokesman said."),
    ("Nearly all the wells were capped.", "Hardly any of the wells were capped, the company said."),
    ("The court upheld the verdict.", "The court overturned the verdict on Thursday."),
    (
        "The rebels shelled the town for two weeks.",
        "The rebels shelled the town for two days, residents said.",
    ),
    ("The plant has been shut since March.", "The plant was shut until March, the operator said."),
    ("The law applies to men over 60.", "The law applies to men under 60."),
    (
        "The lake lies 30 kilometres from the capital.",
        "The lake lies 30 miles north of the capital, the guide says.",
    ),
    (
        "The tanker carried 2 million litres of oil.",
        "The tanker carried 2 million barrels of oil, its owner said.",
    ),
    ("A quarter of the crop was lost.", "Three quarters of the crop was lost, farmers said."),
    ("Two thirds of voters stayed at home.", "One third of voters stayed at home on Sunday."),
    ("Lerik is the fourth city to fall.", "Lerik is the third city to fall to the rebels this year."),
    ("Vice president Sina Rad opened the bridge.", "President Sina Rad opened the bridge on Friday."),
    (
        "Ambassador Leyla Moradi was recalled.",
        "Former ambassador Leyla Moradi was recalled by the court as a witness.",
    ),
    (
        "The interim prime minister, Tarek Mansour, arrived in Rome.",
        "The prime minister, Tarek Mansour, arrived in Rome on Monday.",
    ),
    ("Unemployment rose by 7 percent.", "Unemployment rose to 7 percent in the spring."),
    ("Oil output fell to 3 million barrels.", "Oil output fell by 3 million barrels a day in April."),
    ("Bread prices tripled in a month.", "Bread prices doubled in a month, shoppers said."),
    (
        "The riots broke out because the curfew was imposed.",
        "The curfew was imposed because riots broke out in the port.",
    ),
    (
        "The flood led to heavy rain in the hills.",
        "Heavy rain in the hills led to the flood, officials said.",
    ),
    ("The envoy flew home after the talks collapsed.", "The envoy flew home before the talks collapsed."),
    ("The governor resigned before protests began.", "Protests began before the governor resigned."),
    (
        "Police fired tear gas after protesters threw stones.",
        "Protesters threw stones after police fired tear gas.",
    ),
    ("Doctors treated only children.", "Doctors treated children at the clinic, a nurse said."),
    (
        "Women may enter the shrine on Fridays.",
        "Women may enter the shrine only on Fridays, the custodian said.",
    ),
    ("Most schools in the province have reopened.", "A few schools in the province have reopened."),
    ("Many of the refugees returned.", "Few of the refugees returned, the agency said."),
    ("Every bridge over the river was destroyed.", "Some bridges over the river were destroyed."),
    ("“The reactor is safe,” Moradi said.", "“The reactor is safe unless the pumps fail,” Moradi said."),
    ("Rad said “we accept the plan”.", "Rad said “we accept the plan provided that it is amended”."),
    ("The border has been open until May.", "The border has been open since May, traders said."),
    ("The army has taken most of the town.", "The army has taken none of the town, a rebel commander said."),
    ("The ship sank after it had left Aden.", "The ship sank before it had left Aden."),
    ("Turkey sold the drones to Ethiopia.", "Ethiopia sold the drones to Turkey last year."),
    ("The court sentenced him to nine months in prison.", "The court sentenced him to nine years in prison."),
]


@pytest.mark.parametrize(("sentence", "source"), SAME)
def test_an_honest_paraphrase_passes(sentence: str, source: str) -> None:
    assert check_sentence(sentence, [source]) == ()


@pytest.mark.parametrize(("sentence", "source"), OTHERWISE)
def test_what_the_source_narrows_otherwise_is_found(sentence: str, source: str) -> None:
    assert check_sentence(sentence, [source])
