from balance.coding.scoring import WEIGHTS, score


def test_an_act_with_both_sides_goes_before_one_without():
    assert score({"both": 1.0}) > 0.8 > 0.2 > score({})


def test_what_is_far_from_its_verb_counts_less():
    near, far = ({"both": 1.0, "far_recipient": far} for far in (0.0, 1.0))
    assert score(near) > score(far)


def test_a_feature_without_weight_changes_nothing():
    assert "spare" not in WEIGHTS
    assert score({"both": 1.0, "spare": 1.0}) == score({"both": 1.0})


def test_a_score_is_a_probability_whatever_it_is_given():
    assert 0 <= score({"both": -1e9}) < 0.01
    assert 0.99 < score({"both": 1e9}) <= 1
